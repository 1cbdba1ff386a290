import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS_PAYLOADS, HTML_PAYLOADS } from '../../components/reader/payloads.ts';
import { SEED_SLUG } from '../../site/article.ts';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import { hostsReached, pathsAsked } from '../../support/attacks/departures.ts';
import { CROWDED, PAYLOAD_ARTICLES, randomArticles } from '../../support/attacks/hostile-articles.ts';
import { HTML_LEAKS, MARKDOWN_LEAKS } from '../../support/attacks/leaks.ts';
import { injected, injectRaw } from '../../support/attacks/raw-injection.ts';
import { NO_RATE_LIMIT, readThrough, visit } from '../../support/attacks/walk-library.ts';
import { byRole, clickByRole, textOf, waitForText } from '../../support/browser/by-role.ts';
import type { BrowserName } from '../../support/browser/executables.ts';
import { launchBrowser, type Session } from '../../support/browser/session.ts';
import { type ArticleTab, openArticleTab, saveInTab, showInTab } from '../../support/e2e/article-tab.ts';
import { withPopup } from '../../support/e2e/popup.ts';
import { readLibrary } from '../../support/e2e/stored-library.ts';

/**
 * Articles that attack the reader, saved through the site and shown everywhere they are shown. Every host name leads to
 * the demo site, so a request to anyone would be seen there; the network is on all the time.
 */

const RANDOM_ARTICLES = randomArticles(20);
const ARTICLES = [...PAYLOAD_ARTICLES, ...RANDOM_ARTICLES];
const PAYLOADS = [...HTML_PAYLOADS, ...ADDRESS_PAYLOADS, ...HTML_LEAKS, ...MARKDOWN_LEAKS];

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;
  let library: Page;
  const dialogs: string[] = [];
  const opened: string[] = [];

  beforeAll(async () => {
    site = await startDemoSite();
    for (const article of ARTICLES) site.addArticle(article);
    session = await launchBrowser(name, { site, mapEverything: true, ...NO_RATE_LIMIT });
    tab = await openArticleTab(session, SEED_SLUG);
    library = await session.openExtensionPage('library.html#/settings');
    library.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    session.browser.on('targetcreated', (target) => opened.push(target.url()));
    await library.evaluate(() => {
      Object.assign(window, {
        hits: 0,
        pwned: () => Object.assign(window, { hits: Number(Reflect.get(window, 'hits')) + 1 }),
      });
    });
    for (const { slug } of ARTICLES.filter((article) => article !== CROWDED)) await saveInTab(session, tab, slug);
  }, 300_000);

  afterAll(async () => {
    await session?.close();
    await site?.stop();
  });

  /** Does something that must stay without any effect but what it shows. */
  async function harmless<T>(action: () => Promise<T>): Promise<T> {
    site.clearLog();
    opened.length = 0;
    const result = await action();
    expect(await library.evaluate(() => Reflect.get(window, 'hits'))).toBe(0);
    expect(library.url().startsWith(session.extensionUrl('library.html'))).toBe(true);
    expect(dialogs).toEqual([]);
    expect(
      opened.filter((address) => !/^about:|^$/.test(address) && !address.startsWith(session.extensionUrl(''))),
    ).toEqual([]);
    expect(await session.errors()).toEqual([]);
    expect(hostsReached(site)).toEqual([]);
    return result;
  }

  it('saves them all, their payloads kept as text', async () => {
    const { articles } = await readLibrary(session);
    expect(articles.map(({ slug }) => slug).sort()).toEqual(
      ARTICLES.filter((article) => article !== CROWDED)
        .map(({ slug }) => slug)
        .sort(),
    );
    expect(articles.filter(({ headline }) => /wned/.test(headline)).length).toBeGreaterThan(100);
    expect(hostsReached(site)).toEqual(['wpnews.pro']);
  });

  it('lists them and their facets', async () => {
    await harmless(async () => {
      await visit(library, ['#/']);
      await waitForText(library, 'heading', 'wned');
      for (const button of await library.$$('::-p-aria([role="button"])')) {
        if (/^All \d/.test(await textOf(button))) await button.click();
      }
      await waitForText(library, 'listitem', 'wned');
    });
  });

  it('opens every one in the reader, without a script, a request or a step elsewhere', async () => {
    const { articles } = await readLibrary(session);
    const shown = await harmless(() =>
      readThrough(
        library,
        articles.map(({ slug }) => slug),
      ),
    );
    expect(shown).toEqual(articles.map(({ headline }) => headline));
  });

  it('takes every payload as a search, and addresses as entities', async () => {
    const searches = PAYLOADS.map((payload) => `#/?q=${encodeURIComponent(payload)}`);
    const entities = ADDRESS_PAYLOADS.map((payload) => `#/entity/${payload}`);
    await harmless(() => visit(library, [...searches, ...entities]));
    await harmless(async () => {
      await visit(library, [`#/?q=${encodeURIComponent('pwned')}`]);
      await byRole(library, 'searchbox', null);
    });
  });

  it('shows one in the popup, as the page tells it and as it is stored', async () => {
    const page = await session.openPage(`https://wpnews.pro/news/${CROWDED.slug}`);
    const crowded: ArticleTab = { page, id: tab.id };
    site.clearLog();
    const said = await withPopup(session, crowded, async (popup) => {
      await popup.evaluate(() => Object.assign(window, { pwned: () => document.body.setAttribute('data-pwned', '') }));
      const preview = await waitForText(popup, 'listitem', 'wned');
      await clickByRole(popup, 'button', 'Save article');
      await waitForText(popup, 'status', 'Saved');
      expect(await popup.evaluate(() => document.body.dataset['pwned'] ?? 'nothing ran')).toBe('nothing ran');
      return preview;
    });
    expect(said).toContain('wned');
    expect(hostsReached(site)).toEqual(['wpnews.pro']);
    expect(pathsAsked(site)).toEqual([`/news/${CROWDED.slug}.jsonld`]);
    await page.close();
    await showInTab(session, tab, CROWDED.slug);
    await harmless(() => visit(library, ['#/', `#/article/${CROWDED.slug}`, '#/']));
  });

  it('sees the same payloads run and leak in a page that puts them in raw', async () => {
    const page = await session.openPage('https://plain.example/');
    site.clearLog();
    await injectRaw(page, PAYLOADS);
    await expect.poll(async () => (await injected(page)).ran.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(50);
    await expect.poll(() => hostsReached(site).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(20);
    await page.close();
  });
});
