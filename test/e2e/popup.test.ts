import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { topicLabel } from '../../core/library/topic-label.ts';
import { addressOf, SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { findAccessibilityFaults } from '../support/browser/axe.ts';
import { byRole, clickByRole, textOf, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';
import { type ArticleTab, openArticleTab } from '../support/e2e/article-tab.ts';
import { expectTab, focusIn } from '../support/e2e/open-tabs.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { readLibrary, storedUnder } from '../support/e2e/stored-library.ts';
import { iconOf, toolbarOf } from '../support/e2e/toolbar.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** The popup and the toolbar button in every state there is, each on an article of its own. */

const PATIENCE = { timeout: 10_000 };

const article = (index: number): SiteArticle => generatedArticle(index, 1);

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
  });

  afterEach(() => {
    site.clearFaults();
    site.goUp();
  });

  const visit = (slug: string) => session.navigate(tab.page, addressOf(slug));
  /** Asks axe, once for both browsers: what it reads is the same document, and reading it takes seconds. */
  const expectNoFaults = async (popup: Page) => {
    if (name === 'chromium') expect(await findAccessibilityFaults(popup)).toEqual([]);
  };

  const inPopup = <T>(action: (popup: Page) => Promise<T>) => withPopup(session, tab, action);
  const expectButton = async (badge: string, said: string, icon = 'icon') => {
    await expect.poll(() => toolbarOf(session, tab), PATIENCE).toEqual({ badge, tooltip: `Offprint: ${said}` });
    if (name === 'firefox') expect(await iconOf(session, tab)).toBe(icon);
  };
  const save = (slug: string) =>
    inPopup(async (popup) => {
      await byRole(popup, 'heading', site.articles.get(slug)?.title ?? '');
      await pressSave(popup);
      await waitForText(popup, 'status', 'Saved');
    });
  const storedOf = async (slug: string) => storedUnder(await readLibrary(session), slug);

  it('offers to save an article, with the focus on the button', async () => {
    const { title, topics = [], entities = [] } = site.articles.get(SEED_SLUG) as SiteArticle;
    await expectButton('', 'article not saved');
    await inPopup(async (popup) => {
      await byRole(popup, 'heading', title);
      await byRole(popup, 'button', 'Save article');
      await expect.poll(() => focusIn(popup), PATIENCE).toBe('Save article');
      const shownTopics = await textOf(await byRole(popup, 'list', 'Topics'));
      const shownEntities = await textOf(await byRole(popup, 'list', 'Entities'));
      expect(shownTopics).toBe(topics.map(topicLabel).join(''));
      expect(shownEntities).toBe(entities.join(''));
      await byRole(popup, 'link', 'Open library');
      await expectNoFaults(popup);
    });
  });

  it('says that it is saving, that the save waits for the network, and that it was made', async () => {
    const { slug } = article(0);
    await visit(slug);
    site.fault(`/news/${slug}.jsonld`, { kind: 'no-answer' });
    await inPopup(async (popup) => {
      await pressSave(popup);
      const button = await byRole(popup, 'button', 'Saving…');
      expect(await button.evaluate((element) => element.matches(':disabled'))).toBe(true);
      expect(await waitForText(popup, 'status', 'Saving')).toBe('Saving…');
      await expectButton('…', 'saving…');
      await expectNoFaults(popup);

      site.goDown();
      await waitForText(popup, 'status', 'Waiting for the network');
      await expectButton('1', 'waiting for the network');
      await expectNoFaults(popup);

      site.clearFaults();
      site.goUp();
      await clickByRole(popup, 'button', 'Try now');
      await waitForText(popup, 'status', 'Saved');
      await expectButton('✓', 'saved');
    });
    expect((await storedOf(slug)).queue).toEqual([]);
  });

  it('shows a saved article, removes it and takes that back', async () => {
    const { slug } = article(1);
    await visit(slug);
    await save(slug);
    await inPopup(async (popup) => {
      await waitForText(popup, 'status', 'Saved');
      const link = await byRole(popup, 'link', 'Read offline');
      expect(await link.evaluate((element) => (element as HTMLAnchorElement).href)).toBe(
        session.extensionUrl(`library.html#/article/${slug}`),
      );
      await expectNoFaults(popup);

      await clickByRole(popup, 'button', 'Remove');
      await waitForText(popup, 'status', 'Removed');
      await expectButton('', 'article not saved');
      await expectNoFaults(popup);
      await clickByRole(popup, 'button', 'Undo');
      await waitForText(popup, 'status', 'Saved');
      await expectButton('✓', 'saved');
      await clickByRole(popup, 'link', 'Read offline').catch(() => {}); // The popup may close under the click.
      await expectTab(session, session.extensionUrl(`library.html#/article/${slug}`));
    });
  });

  it('offers the newer version of a page and keeps what it replaces', async () => {
    const { slug, body_md } = article(2);
    await visit(slug);
    await save(slug);
    const newer = site.update(slug);
    await visit(slug);
    await expectButton('↑', 'saved, and the page is newer');
    await inPopup(async (popup) => {
      expect(await waitForText(popup, 'status', 'newer')).toContain('Saved');
      await expectNoFaults(popup);
      await clickByRole(popup, 'button', 'Update saved copy');
      await byRole(popup, 'link', 'Read offline');
      await expectButton('✓', 'saved');
    });
    const { bodies, revisions } = await storedOf(slug);
    expect(bodies.map((body) => body.articleBody)).toEqual([newer.body_md]);
    expect(revisions.map(({ content }) => content.articleBody)).toEqual([body_md]);
  });

  it('says why a save failed, and tries again', async () => {
    const { slug } = article(3);
    await visit(slug);
    site.fault(({ path }) => path.startsWith(`/news/${slug}`), { kind: 'status', status: 410 });
    await inPopup(async (popup) => {
      await pressSave(popup);
      expect(await waitForText(popup, 'alert', '')).toContain('wpnews.pro has taken this article down');
      await expectButton('!', 'saving failed');
      await expectNoFaults(popup);
      expect(await storedOf(slug)).toMatchObject({ articles: [], queue: [] });

      site.clearFaults();
      await clickByRole(popup, 'button', 'Try again');
      await waitForText(popup, 'status', 'Saved');
      await expectButton('✓', 'saved');
    });
  });

  it('lists the last five and searches where there is no article', async () => {
    for (const index of [4, 5]) {
      await visit(article(index).slug);
      await save(article(index).slug);
    }
    const library = await readLibrary(session);
    const newest = [...library.articles].sort((one, other) => other.order - one.order).slice(0, 5);
    await session.navigate(tab.page, 'https://wpnews.pro/news');
    await inPopup(async (popup) => {
      await byRole(popup, 'searchbox', 'Search your library');
      expect(await popup.evaluate(() => document.body.innerText)).toContain('No wpnews article on this page');
      const list = await byRole(popup, 'list', 'Last saved');
      const links = await list.$$('::-p-aria([role="link"])');
      expect(await Promise.all(links.map(textOf))).toEqual(newest.map(({ headline }) => headline));
      expect(newest).toHaveLength(5);
      await expectNoFaults(popup);
      await clickByRole(popup, 'searchbox', 'Search your library');
      await popup.keyboard.type('joint testing');
      await popup.keyboard.press('Enter').catch(() => {}); // The popup may close under the key.
      await expectTab(session, session.extensionUrl('library.html#/?q=joint%20testing'));
    });
  });

  it('saves by the shortcut', async () => {
    const { slug } = article(6);
    await visit(slug);
    await tab.page.bringToFront();
    await session.pressSaveShortcut();
    await expectButton('✓', 'saved');
    expect((await storedOf(slug)).articles).toHaveLength(1);
  });

  it('saves from the page’s menu', async () => {
    const { slug } = article(7);
    await visit(slug);
    await tab.page.bringToFront();
    await session.chooseMenuItem('save-article');
    await expectButton('✓', 'saved');
    expect((await storedOf(slug)).articles).toHaveLength(1);
  });

  it('opens the library by its shortcut', async () => {
    await tab.page.bringToFront();
    await session.pressLibraryShortcut();
    await expectTab(session, session.extensionUrl('library.html'));
  });

  it('still reads a page whose own script plays a newer content script', async () => {
    const { slug, entities = [] } = article(8);
    await visit(slug);
    await expectButton('', 'article not saved');
    await tab.page.evaluate(
      (id) => {
        for (const of of [id, 'offprint@wpnews', location.host]) {
          const type = `${of}:content:wxt:content-script-started`;
          const detail = { type, contentScriptName: 'content', messageId: 'another' };
          document.dispatchEvent(new CustomEvent(type, { detail }));
          postMessage(detail, '*');
        }
        navigation.dispatchEvent(new Event('currententrychange'));
        window.stop();
        history.pushState = () => {};
      },
      new URL(session.extensionUrl('')).host,
    );
    await inPopup(async (popup) => {
      expect(await textOf(await byRole(popup, 'list', 'Entities'))).toBe(entities.join(''));
      await pressSave(popup);
      await waitForText(popup, 'status', 'Saved');
    });
    await expectButton('✓', 'saved');
  });

  it('leaves no error behind', async () => {
    expect(await session.errors()).toEqual([]);
  });
});

const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/** A copy of the built extension that puts no script into pages: what a tab meets that was open before the install. */
function withoutContentScript(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-without-content-script-'));
  cpSync(BUILT[name], folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { content_scripts: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s, in a tab without the content script', (name) => {
  it('names the article by the tab’s title, and saves it', async () => {
    const extension = withoutContentScript(name);
    const site = await startDemoSite();
    const session = await launchBrowser(name, { site, extension });
    try {
      const { slug, title } = article(0);
      const tab = await openArticleTab(session, slug);
      await withPopup(session, tab, async (popup) => {
        await byRole(popup, 'heading', title);
        await pressSave(popup);
        await waitForText(popup, 'status', 'Saved');
        await byRole(popup, 'list', 'Entities');
      });
      await expect.poll(async () => (await toolbarOf(session, tab)).badge, PATIENCE).toBe('✓');
      expect(storedUnder(await readLibrary(session), slug).bodies).toHaveLength(1);
    } finally {
      await session.close();
      await site.stop();
      rmSync(extension, { recursive: true });
    }
  });
});
