import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { ADDRESS_PAYLOADS } from '../../components/reader/payloads.ts';
import { SEED_SLUG } from '../../site/article.ts';
import type { DemoSite } from '../../site/demo-site.ts';
import { generatedArticle } from '../../site/generated-articles.ts';
import { CLOBBERING_BODY, COVETED_NAMES } from '../../support/attacks/clobbering.ts';
import { everyLink } from '../../support/attacks/hostile-articles.ts';
import { readThrough } from '../../support/attacks/walk-library.ts';
import { clickByRole } from '../../support/browser/by-role.ts';
import type { Session } from '../../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../../support/e2e/article-tab.ts';
import { withSession } from '../../support/e2e/with-session.ts';

/** What an article can do to the page it is read in: where its links lead, which names it takes. */

const HONEST = ['https://honest.example/a', 'http://plain.example/', 'https://wpnews.pro/news', '//other.example/b'];
const LYING = '[https://bank.example/login](https://evil.example/) [Sign in at bank.example](https://evil.example/)';
const PUNYCODE = '[apple.com](https://xn--pple-43d.com/)';

const bodies: Record<string, string> = {
  links: [...ADDRESS_PAYLOADS, ...HONEST].map(everyLink).join('\n\n'),
  'one-link': '[An honest link](https://honest.example/opened)',
  lies: `${LYING} ${PUNYCODE}`,
  clobbering: CLOBBERING_BODY,
  harmless: '# A heading\n\nSome text.',
};

let site: DemoSite;
let session: Session;
let library: Page;

withSession({ name: 'chromium', mapEverything: true }, async (begun) => {
  ({ site, session } = begun);
  const tab = await openArticleTab(session, SEED_SLUG);
  for (const [index, [slug, body_md]] of Object.entries(bodies).entries()) {
    site.addArticle({ ...generatedArticle(index, 13), title: `The article ${slug}`, body_md, slug });
    expect(await saveInTab(session, tab, slug), slug).toMatchObject({ ok: true });
  }
  library = await session.openExtensionPage('library.html#/settings');
});

interface LinkView {
  readonly href: string;
  readonly rel: string;
  readonly target: string;
  readonly others: string;
  readonly text: string;
}

async function linksOf(slug: string): Promise<LinkView[]> {
  expect(await readThrough(library, [slug])).toEqual([`The article ${slug}`]);
  return library.$$eval('.reader-body :is(a, area, form, button, [href], [ping])', (elements) =>
    elements.map((element) => ({
      href: element.getAttribute('href') ?? element.tagName,
      rel: element.getAttribute('rel') ?? '',
      target: element.getAttribute('target') ?? '',
      others: element
        .getAttributeNames()
        .filter((name) => !/^(?:href|rel|target|class)$/.test(name))
        .join(' '),
      text: (element.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
    })),
  );
}

describe('links out of an article', () => {
  it('lead to http(s) in a new tab that learns nothing, whatever scheme and spelling was tried', async () => {
    const links = await linksOf('links');
    expect(links.length).toBeGreaterThan(3 * HONEST.length);
    for (const link of links) {
      expect(link).toMatchObject({ rel: 'noopener noreferrer', target: '_blank', others: '' });
      expect(link.href).toMatch(/^https?:\/\/[^@]+$/);
    }
    const hosts = new Set(links.map(({ href }) => new URL(href).hostname));
    expect([...hosts]).toEqual(expect.arrayContaining(['honest.example', 'plain.example', 'wpnews.pro']));
  });

  it('say where they lead when their text says otherwise', async () => {
    const texts = (await linksOf('lies')).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts.slice(0, 2).every((text) => text.includes('evil.example'))).toBe(true);
    expect(texts[2]).toContain('xn--pple-43d.com');
  });

  const OPENED = 'https://honest.example/opened';

  /** Does something that opens a page, and gives what that page and its server learned of whence it was opened. */
  async function learnedBy(open: () => Promise<unknown>) {
    site.clearLog();
    const opening = session.browser.waitForTarget((target) => target.url() === OPENED);
    await open();
    const page = await (await opening).asPage();
    await page.waitForFunction(
      (address) => location.href === address && document.readyState === 'complete',
      {},
      OPENED,
    );
    const [hasOpener, referrer] = await page.evaluate(() => [window.opener !== null, document.referrer]);
    await page.close();
    const asked = site.requests.find(({ path }) => path === '/opened');
    return { hasOpener, referrer, header: asked?.headers.referer };
  }

  it('open a page that knows neither opener nor referrer', async () => {
    await linksOf('one-link');
    const learned = await learnedBy(() => clickByRole(library, 'link', 'An honest link'));
    expect(learned).toEqual({ hasOpener: false, referrer: '', header: undefined });
  });

  it('would be told opener and referrer by a link without those words', async () => {
    const page = await session.openPage('https://plain.example/');
    const learned = await learnedBy(() =>
      page.evaluate((href) => {
        const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'opener' });
        document.body.append(link);
        link.click();
      }, OPENED),
    );
    expect(learned).toEqual({ hasOpener: true, referrer: 'https://plain.example/', header: 'https://plain.example/' });
    await page.close();
  });
});

describe('names an article would like to take', () => {
  /** What each coveted name is, on window and document, and which ids and names stand in the page. */
  const namesIn = (page: Page) =>
    page.evaluate((names) => {
      const kind = (value: unknown) => (value instanceof Element ? value.tagName : typeof value);
      const told = names.map((name) =>
        [name, kind(Reflect.get(window, name)), kind(Reflect.get(document, name))].join(' '),
      );
      const named = Array.from(document.querySelectorAll('[id], [name]'), ({ id, tagName }) => `${tagName} ${id}`);
      return { told, named: named.filter((one) => names.some((name) => one.endsWith(` ${name}`))) };
    }, COVETED_NAMES);

  it('stay what they were', async () => {
    await readThrough(library, ['harmless']);
    const before = await namesIn(library);
    await readThrough(library, ['clobbering']);
    expect(await library.$$eval('.reader-body :is(h2, h3)', (headings) => headings.length)).toBeGreaterThan(
      COVETED_NAMES.length,
    );
    expect(await namesIn(library)).toEqual(before);
    expect(await library.$$eval('.reader-body :is([id], [name])', (elements) => elements.length)).toBe(0);
  });

  it('are taken in a page that draws such HTML', async () => {
    const page = await session.openPage('https://plain.example/');
    const before = await namesIn(page);
    await page.evaluate(
      (body) => document.body.append(document.createRange().createContextualFragment(body)),
      CLOBBERING_BODY,
    );
    const after = await namesIn(page);
    expect(after.told.filter((line, index) => line !== before.told[index]).length).toBeGreaterThan(10);
    await page.close();
  });
});
