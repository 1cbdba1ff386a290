import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { PATHOLOGICAL } from '../../core/reading/pathological.ts';
import { SEED_SLUG } from '../../site/article.ts';
import type { DemoSite } from '../../site/demo-site.ts';
import { generatedArticle } from '../../site/generated-articles.ts';
import { readThrough } from '../../support/attacks/walk-library.ts';
import type { Session } from '../../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../../support/e2e/article-tab.ts';
import { withSession } from '../../support/e2e/with-session.ts';

/**
 * Articles made to hang the page that shows them. The page is never asked for anything by role: that would switch on the
 * browser's accessibility tree, which takes far longer than the drawing.
 */

/** Those that cost the reader most: much text, many nodes, deep nesting, wide tables, many links. */
const WORST = [
  'table that fills missing cells',
  'wide table',
  'many small tables',
  'nested lists',
  'nested quotes over many lines',
  'bare addresses',
  'a long address used often',
  'setext underlines',
  'fences',
  'one long word',
  'more than is read',
];
/** Longer ones are refused before they are stored: an answer has at most 5 MB. */
const LONGEST_SAVED = 4_000_000;
const SLOWEST_MS = 2_000;
const MOST_ELEMENTS = 60_000;

const slugOf = (name: string) => name.replaceAll(' ', '-');
const headlineOf = (name: string) => `The article ${slugOf(name)}`;
const HARMLESS = 'harmless';

let site: DemoSite;
let session: Session;
let library: Page;

withSession({ name: 'chromium' }, async (begun) => {
  ({ site, session } = begun);
  const tab = await openArticleTab(session, SEED_SLUG);
  for (const [index, name] of [...WORST, HARMLESS].entries()) {
    const body_md = (PATHOLOGICAL.get(name) ?? 'Some text.').slice(0, LONGEST_SAVED);
    site.addArticle({ ...generatedArticle(index, 13), title: headlineOf(name), body_md, slug: slugOf(name) });
    expect(await saveInTab(session, tab, slugOf(name)), name).toMatchObject({ ok: true });
  }
  library = await session.openExtensionPage('library.html#/settings');
});

/** Processor time of the page's main thread, in milliseconds, so that a busy machine fails no test. */
async function threadTime(page: Page, action: () => Promise<unknown>): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await spent();
  await action();
  const after = await spent();
  await client.detach();
  return after - before;
}

it.each(WORST)('answers within two seconds and stays of bounded size: %s', async (name) => {
  await readThrough(library, [HARMLESS]);
  const spent = await threadTime(library, async () => {
    expect(await readThrough(library, [slugOf(name)])).toEqual([headlineOf(name)]);
  });
  const elements = await library.evaluate(() => document.getElementsByTagName('*').length);
  expect(spent).toBeLessThan(SLOWEST_MS);
  expect(elements).toBeLessThan(MOST_ELEMENTS);
});

it('would be seen to hang, if it did', async () => {
  const spent = await threadTime(library, () =>
    library.evaluate(() => {
      let sum = 0;
      for (let step = 0; step < 100_000_000; step += 1) sum = (sum * 31 + step) | 0; // Work, not time: others may have the processor.
      return sum;
    }),
  );
  expect(spent).toBeGreaterThan(50);
});
