import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab, showInTab } from '../support/e2e/article-tab.ts';
import { createPublisher, saveAndStop, saveUntilKilled } from '../support/e2e/interrupted-saves.ts';
import { findLibraryFaults, findLostSaves } from '../support/e2e/library-faults.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { breakStore, readLibrary, readStored } from '../support/e2e/stored-library.ts';

/**
 * Whenever the background or the whole browser ends: what was acknowledged is there and whole, nothing is there by half
 * or twice, and whoever asked gets one answer by asking again. The moments are random, the check is the same each time.
 */

const POINTS = {
  chromium: { stops: 100, popups: 10, kills: 20 },
  firefox: { stops: 30, popups: 4, kills: 3 },
} as const;

/** Stops come while a save runs: as long as one takes here, at least so long as it takes on a quick machine. */
const LEAST_SAVE_MS = 25;

/** Some machines start a browser in one second, some in ten. */
const PATIENCE_MS = 300_000;

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  const { stops, popups, kills } = POINTS[name];
  const random = printedRandom(name);
  const acknowledged: SiteArticle[] = [];
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;
  let publish: () => SiteArticle;
  let saveMs = LEAST_SAVE_MS;

  beforeAll(async () => {
    site = await startDemoSite();
    publish = createPublisher(site, 11);
    session = await launchBrowser(name, { site });
    tab = await openArticleTab(session, SEED_SLUG);
    const saves = [];
    for (let warmUp = 0; warmUp < 5; warmUp += 1) saves.push(await timeOfSave());
    saveMs = Math.max(LEAST_SAVE_MS, Math.min(...saves));
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
  });

  const timeOfSave = async () => {
    await showInTab(session, tab, publish().slug);
    const start = performance.now();
    await askBackground(session, { type: 'save-tab', tabId: tab.id });
    return performance.now() - start;
  };

  const expectWhole = async () => {
    const library = await readLibrary(session);
    expect(findLostSaves(library, acknowledged)).toEqual([]);
    expect(findLibraryFaults(library)).toEqual([]);
    return library;
  };

  it(
    `loses and halves nothing when the background is stopped at ${stops} moments of a save`,
    async () => {
      let interrupted = 0;
      let committed = 0;
      for (let point = 0; point < stops; point += 1) {
        const article = publish();
        const { answers, between } = await saveAndStop(session, tab, article, random, saveMs);
        expect(findLibraryFaults(between)).toEqual([]);
        expect(['saved', 'unchanged']).toContain(answers.at(-1));
        acknowledged.push(article);
        if (answers.length > 1) interrupted += 1;
        if (answers.length > 1 && between.articles.length > 0) committed += 1;
        const after = await readStored(session, article.slug);
        expect([...findLostSaves(after, [article]), ...findLibraryFaults(after)]).toEqual([]);
      }
      await expectWhole();
      console.log(`${name}: ${interrupted} of ${stops} saves were cut off, ${committed} after the commit`);
      // Were the stops always too early or too late, this test would prove nothing.
      expect(interrupted).toBeGreaterThan(stops / 10);
    },
    PATIENCE_MS,
  );

  it(`ends with “Saved” in the popup when the background is stopped at ${popups} moments`, async () => {
    for (let point = 0; point < popups; point += 1) {
      const article = publish();
      await showInTab(session, tab, article.slug);
      await withPopup(session, tab, async (popup) => {
        await pressSave(popup);
        await delay(random.next() * saveMs);
        await session.stopBackground();
        await waitForText(popup, 'status', 'Saved');
      });
      acknowledged.push(article);
    }
    await expectWhole();
  });

  it(
    `loses and halves nothing when the browser is killed at ${kills} moments while it saves`,
    async () => {
      let saved = 0;
      for (let point = 0; point < kills; point += 1) {
        const more = await saveUntilKilled(session, tab, publish, random.next() * 400);
        acknowledged.push(...more);
        saved += more.length;
        await session.restart();
        await expectWhole();
        tab = await openArticleTab(session, SEED_SLUG);
      }
      console.log(`${name}: ${saved} saves acknowledged before ${kills} kills`);
    },
    PATIENCE_MS,
  );

  it('would notice half an article, a stray body and a lost save', async () => {
    const [half, stray, lost] = acknowledged.map(({ slug }) => slug) as [string, string, string];
    await breakStore(session, 'bodies', half);
    await breakStore(session, 'articles', stray);
    for (const store of ['articles', 'bodies'] as const) await breakStore(session, store, lost);
    const library = await readLibrary(session);
    expect(findLostSaves(library, acknowledged)).toEqual([
      `${half} was acknowledged and is not whole`,
      `${stray} was acknowledged and is not there`,
      `${lost} was acknowledged and is not there`,
    ]);
    expect(findLibraryFaults(library)).toEqual(
      expect.arrayContaining([`${half} has no body`, `a body of ${stray} without its article`]),
    );
  });
});
