import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../core/library/records.ts';
import { topicLabel } from '../../core/library/topic-label.ts';
import { addressOf, SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { findAccessibilityFaults } from '../support/browser/axe.ts';
import { byRole, clickByRole, textOf, waitForText } from '../support/browser/by-role.ts';
import { readStore } from '../support/browser/database.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { type ArticleTab, openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { launchInGerman } from '../support/e2e/german.ts';
import { descriptionOf, expectHash, expectHeadlines, expectStatus, facetValue } from '../support/e2e/library-page.ts';
import { focusIn } from '../support/e2e/open-tabs.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { withSession } from '../support/e2e/with-session.ts';
import { writeArticles } from '../support/e2e/write-articles.ts';
import { sampleRecords } from '../support/sample-records.ts';

/** The library page over some hundred articles, of which the newest were saved by the product itself. */

const PATIENCE = { timeout: 10_000 };
const WRITTEN = 400;

const articles = (count: number) => (count === 1 ? '1 article' : `${count} articles`);

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;
  let page: Page;
  let records: readonly ArticleRecord[];

  const titleOf = (slug: string) => site.articles.get(slug)?.title ?? '';
  const seed = () => site.articles.get(SEED_SLUG) as SiteArticle;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
    await saveInTab(session, tab, generatedArticle(0, 1).slug);
    await writeArticles(session, sampleRecords(WRITTEN));
    for (const slug of [generatedArticle(1, 1).slug, generatedArticle(2, 1).slug, SEED_SLUG]) {
      await saveInTab(session, tab, slug);
    }
    records = (await readStore(session, 'articles')) as ArticleRecord[];
    page = await session.openExtensionPage('library.html#/');
  });

  beforeEach(async () => {
    await page.bringToFront();
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await byRole(page, 'list', 'Articles');
  });

  /** Opens the page in another tab: in one that is loaded again, the driver finds nothing by role in Firefox. */
  const openAgain = async (hash: string) => {
    await page.close();
    page = await session.openExtensionPage(`library.html${hash}`);
  };

  const countWhere = (test: (record: ArticleRecord) => boolean) => articles(records.filter(test).length);
  const about = (topic: string) => (record: ArticleRecord) => record.topics.includes(topic);

  it('lists what was saved last first, and counts', async () => {
    const newest = [...records].sort((one, other) => other.order - one.order).map(({ headline }) => headline);
    expect(newest[0]).toBe(seed().title);
    await expectHeadlines(page, newest.slice(0, 5));
    await expectStatus(page, articles(WRITTEN + 4));
  });

  it('narrows by facets: with one value, with two, without one, and not at all', async () => {
    const robotics = await facetValue(page, 'Topics', 'Robotics');
    expect(await descriptionOf(robotics)).toBe(countWhere(about('robotics')));
    await robotics.click();
    await expectHash(page, '#/?q=topic:robotics');
    await expectStatus(page, countWhere(about('robotics')));

    const german = (record: ArticleRecord) => about('robotics')(record) && record.inLanguage === 'de';
    const language = await facetValue(page, 'Languages', 'German');
    expect(await descriptionOf(language)).toBe(countWhere(german));
    await language.click();
    await expectHash(page, '#/?q=topic:robotics lang:de');
    await expectStatus(page, countWhere(german));

    await clickByRole(await byRole(page, 'group', 'Topics'), 'button', 'Exclude Health');
    await expectHash(page, '#/?q=topic:robotics lang:de -topic:health');
    await expectStatus(
      page,
      countWhere((record) => german(record) && !about('health')(record)),
    );
    expect(await descriptionOf(await facetValue(page, 'Topics', 'Health'))).toBe('Left out');

    await clickByRole(await byRole(page, 'group', 'Topics'), 'button', 'Exclude Health');
    await (await facetValue(page, 'Topics', 'Robotics')).click();
    await (await facetValue(page, 'Languages', 'German')).click();
    await expectHash(page, '#/');
    await expectStatus(page, articles(records.length));
  });

  it('finds words of the headline and of the summary, and goes back to where one came from', async () => {
    for (const [words, found] of [
      ['Korea defense', seed().title],
      ['"interoperable standards" protocols', seed().title],
    ] as const) {
      await clickByRole(page, 'searchbox', 'Search your library');
      await page.keyboard.type(words);
      await expectHash(page, `#/?q=${words}`);
      await expectStatus(page, '1 article');
      await expectHeadlines(page, [found]);
      await page.evaluate(() => history.back());
      await expectHash(page, '#/');
      await expectStatus(page, articles(records.length));
    }
  });

  it('shows at once what another tab saves', async () => {
    const started = await page.evaluate(() => performance.timeOrigin);
    const { slug } = generatedArticle(4, 1);
    await saveInTab(session, tab, slug);
    records = (await readStore(session, 'articles')) as ArticleRecord[];
    await expectStatus(page, articles(WRITTEN + 5));
    await expectHeadlines(page, [titleOf(slug), seed().title]);
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(started);
  });

  it('is driven by single keys', async () => {
    const [first, second] = [titleOf(generatedArticle(4, 1).slug), seed().title];
    await openAgain('#/');
    await expectHeadlines(page, [first, second]);
    await expectStatus(page, articles(records.length));
    const press = async (key: 'j' | 'k' | 'Enter' | 'u' | '#' | 'z', focused: string) => {
      await page.keyboard.press(key);
      await expect.poll(() => focusIn(page), PATIENCE).toBe(focused);
    };
    await press('j', first);
    await press('j', second);
    await press('k', first);
    await press('j', second);
    await press('Enter', second);
    await expectHash(page, `#/article/${SEED_SLUG}`);
    await press('u', second);
    await expectHash(page, '#/');
    await page.keyboard.press('#');
    await waitForText(page, 'status', `Removed “${second}”`);
    await expectStatus(page, articles(records.length - 1));
    await press('z', second);
    await expectStatus(page, articles(records.length));
    await expectHeadlines(page, [first, second]);
  });

  const openSeed = async () => {
    await clickByRole(await byRole(page, 'list', 'Articles'), 'link', seed().title);
    await expectHash(page, `#/article/${SEED_SLUG}`);
    return byRole(page, 'article', null);
  };

  it('links an article to its source, to the site and to its topics', async () => {
    const reader = await openSeed();
    const hrefOf = async (link: string) =>
      (await byRole(reader, 'link', link)).evaluate((element) => (element as HTMLAnchorElement).href);
    expect(await hrefOf('Original source')).toBe(seed().canonical_source);
    expect(await hrefOf('On wpnews')).toBe(addressOf(SEED_SLUG));
    await clickByRole(await byRole(reader, 'list', 'Topics'), 'link', 'AI policy');
    await expectHash(page, '#/?q=topic:ai-policy');
    await expectStatus(page, countWhere(about('ai-policy')));
  });

  it('copies the citation of an article, for which no permission is asked', async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/article/${SEED_SLUG}`);
    await clickByRole(page, 'button', 'Cite');
    await clickByRole(page, 'button', 'Copy citation');
    await waitForText(page, 'status', 'Copied.');
    await clickByRole(page, 'button', 'Close');
  });

  it('changes theme and letters from the reader, and keeps the choice', async () => {
    const look = () =>
      page.evaluate(
        (start) => {
          const paragraphs = Array.from(document.querySelectorAll('article p'));
          const text = paragraphs.find(({ textContent }) => textContent?.startsWith(start)) ?? document.body;
          return {
            paper: getComputedStyle(document.documentElement).colorScheme,
            size: getComputedStyle(text).fontSize,
          };
        },
        seed().body_md.slice(0, 40),
      );
    await openSeed();
    const before = await look();
    const open = async () => (await page.waitForSelector('::-p-aria(Reading settings)'))?.click();
    await open();
    for (const [theme, scheme] of [
      ['Dark', 'dark'],
      ['Light', 'light'],
      ['Dark', 'dark'],
    ] as const) {
      await clickByRole(await byRole(page, 'group', 'Theme'), 'radio', theme);
      await expect.poll(async () => (await look()).paper, PATIENCE).toBe(scheme);
    }
    await clickByRole(page, 'button', 'Larger text');
    await expect.poll(async () => (await look()).size, PATIENCE).not.toBe(before.size);
    await openAgain(`#/article/${SEED_SLUG}`);
    await byRole(page, 'heading', seed().title);
    await expect.poll(async () => (await look()).paper, PATIENCE).toBe('dark');
    await open();
    await clickByRole(await byRole(page, 'group', 'Theme'), 'radio', 'System');
    await clickByRole(page, 'button', 'Smaller text');
    await expect.poll(look, PATIENCE).toEqual(before);
  });

  const PLACES = [
    ['list', '#/', 'list', 'Articles'],
    ['reader', `#/article/${SEED_SLUG}`, 'article', null],
    ['settings', '#/settings', 'heading', 'Settings'],
    ['bin', '#/bin', 'heading', 'Bin'],
    ['way in and out', '#/transfer', 'heading', 'Import and export'],
  ] as const;

  const show = async (hash: string, role: string, named: string | null) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await byRole(page, role, named);
  };

  // What axe reads is the same document in both browsers, and reading it takes minutes.
  const readByAxe = name === 'chromium' ? PLACES : [];
  it.each(readByAxe)('has no accessibility faults in the %s, light or dark', async (_, hash, role, named) => {
    await show(hash, role, named);
    for (const dark of [true, false]) {
      await session.setDark(page, dark);
      expect(await findAccessibilityFaults(page)).toEqual([]);
    }
  });

  it.each(PLACES)(
    'needs no scrolling sideways in the %s, on a narrow screen or at twice the size',
    async (_, hash, role, named) => {
      await show(hash, role, named);
      for (const viewport of [
        { width: 320, height: 640 },
        { width: 640, height: 450, deviceScaleFactor: 2 },
      ]) {
        await page.setViewport(viewport);
        const width = () =>
          page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return { window: innerWidth, hidden: scrollWidth - clientWidth };
          });
        await expect.poll(width, PATIENCE).toEqual({ window: viewport.width, hidden: 0 });
        await byRole(page, 'searchbox', 'Search your library');
      }
      await page.setViewport({ width: 1280, height: 900 });
    },
  );

  it('leaves no error behind', async () => {
    expect(await session.errors()).toEqual([]);
  });
});

interface Words {
  readonly popup: Readonly<Record<'save' | 'saved', string>>;
  readonly library: Readonly<Record<'search' | 'articles', string>> & { readonly facet: { readonly topics: string } };
  readonly reader: { readonly originalSource: string };
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s in German', (name) => {
  it('saves, finds and reads, and says that it speaks German', async () => {
    const { popup: said, library, reader }: Words = JSON.parse(readFileSync('locales/de.json', 'utf8'));
    const site = await startDemoSite();
    const session = await launchInGerman(name, site);
    try {
      const { title, topics = [] } = site.articles.get(SEED_SLUG) as SiteArticle;
      const tab = await openArticleTab(session, SEED_SLUG);
      await withPopup(session, tab, async (popup) => {
        await pressSave(popup, said.save);
        await waitForText(popup, 'status', said.saved);
        expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
      });
      const page = await session.openExtensionPage('library.html#/');
      await expectStatus(page, '1 Artikel');
      await byRole(page, 'searchbox', library.search);
      await clickByRole(await byRole(page, 'group', library.facet.topics), 'checkbox', topicLabel(topics[0] ?? ''));
      await expectHash(page, `#/?q=topic:${topics[0]}`);
      await clickByRole(await byRole(page, 'list', library.articles), 'link', title);
      const article = await byRole(page, 'article', null);
      await byRole(article, 'link', reader.originalSource);
      expect(await textOf(article)).toContain('Juni 2026');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
      expect(await session.errors()).toEqual([]);
    } finally {
      await session.close();
      await site.stop();
    }
  });
});
