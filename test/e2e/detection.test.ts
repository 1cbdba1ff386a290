import { describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG, type SiteArticle } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { OTHER_HOST } from '../site/fault-redirects.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { byRole, clickByRole } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { withPopup } from '../support/e2e/popup.ts';
import { iconOf, toolbarOf } from '../support/e2e/toolbar.ts';
import { withSession } from '../support/e2e/with-session.ts';

/**
 * The toolbar button follows what the tab shows. One article is saved at first, so that wherever it is recognised the
 * button says so, which no page without an article can be mistaken for.
 */

const PATIENCE = { timeout: 10_000 };
const SAVED = 'Offprint: saved';
const UNSAVED = 'Offprint: article not saved';

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
    await saveInTab(session, tab, SEED_SLUG);
  });

  const go = (address: string) => session.navigate(tab.page, address);
  const expectButton = async (badge: string, tooltip: string, icon: string) => {
    await expect.poll(() => toolbarOf(session, tab), PATIENCE).toEqual({ badge, tooltip });
    if (name === 'firefox') expect(await iconOf(session, tab)).toBe(icon);
  };

  /** A tab that never showed an article has the manifest's own tooltip, one that left it says so. */
  const expectNoArticle = async () => {
    const tooltip = expect.stringMatching(/^Offprint(?:: no wpnews article on this page)?$/);
    await expect.poll(() => toolbarOf(session, tab), PATIENCE).toEqual({ badge: '', tooltip });
    if (name === 'firefox') expect(await iconOf(session, tab)).toBe('grey');
  };

  it.each(['?utm_source=feed&id=7', '#comments', '/', '/?page=2#end', ''])(
    'knows the article when its address ends in “%s”',
    async (ending) => {
      await go('https://wpnews.pro/news');
      await go(addressOf(SEED_SLUG) + ending);
      await expectButton('✓', SAVED, 'icon');
    },
  );

  it.each([
    'https://wpnews.pro/',
    'https://wpnews.pro/news',
    'https://wpnews.pro/news/',
    'https://wpnews.pro/topics',
    'https://wpnews.pro/topics/ai-policy',
    'https://wpnews.pro/news/no-such-article',
    `https://${OTHER_HOST}/news/${SEED_SLUG}`,
    `https://www.wpnews.pro/news/${SEED_SLUG}`,
  ])('sees no article at %s', async (address) => {
    await go(addressOf(SEED_SLUG));
    await expectButton('✓', SAVED, 'icon');
    await go(address);
    // What the page's script told is heard before what is asked now.
    await askBackground(session, { type: 'refresh-article', slug: 'never-saved' });
    await expectNoArticle();
  });

  it('offers no save on a page of www., which no content script and no permission reaches', async () => {
    await go(`https://www.wpnews.pro/news/${SEED_SLUG}`);
    await withPopup(session, tab, async (popup) => byRole(popup, 'heading', 'No wpnews article on this page'));
  });

  it('follows a person through the site without a page being loaded', async () => {
    const saved = site.articles.get(SEED_SLUG) as SiteArticle;
    const other = generatedArticle(0, 1);
    const back = () => tab.page.evaluate(() => history.back());
    await go('https://wpnews.pro/news?spa=1');
    await expectNoArticle();
    await clickByRole(tab.page, 'link', saved.title);
    await byRole(tab.page, 'heading', saved.title);
    await expectButton('✓', SAVED, 'icon');
    await back();
    await byRole(tab.page, 'heading', 'News');
    await expectNoArticle();
    await clickByRole(tab.page, 'link', other.title);
    await byRole(tab.page, 'heading', other.title);
    await expectButton('', UNSAVED, 'icon');
    expect(await tab.page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    await withPopup(session, tab, async (popup) => byRole(popup, 'heading', other.title));
  });

  it('leaves no mark in the page and no error behind', async () => {
    await go(addressOf(SEED_SLUG));
    await expectButton('✓', SAVED, 'icon');
    const html = await tab.page.evaluate(() => document.documentElement.outerHTML);
    expect(html).not.toMatch(/offprint|-extension:/i);
    expect((await session.errors()).filter(({ where }) => !where.endsWith('/no-such-article'))).toEqual([]);
  });
});
