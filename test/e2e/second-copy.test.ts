import { describe, expect, it } from 'vitest';
import { SEED_SLUG, type SiteArticle } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { type ArticleTab, openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { readInContentScript } from '../support/e2e/content-script.ts';
import { expectHeadlines } from '../support/e2e/library-page.ts';
import { copyValue } from '../support/e2e/second-copy.ts';
import { readLibrary, type StoredLibrary } from '../support/e2e/stored-library.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** The database is lost behind the product's back, as a torn log loses it; the second copy brings it back. */

/** What a person would miss of a library; of its log only what is written anew. */
const missed = ({ changes: _, ...library }: StoredLibrary) => library;

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
  });

  const titleOf = (slug: string) => (site.articles.get(slug) as SiteArticle).title;

  it('brings the library back from its second copy, says so, and goes on from there', async () => {
    const [first, second] = [generatedArticle(0, 1).slug, generatedArticle(1, 1).slug];
    for (const slug of [first, second]) expect((await saveInTab(session, tab, slug))?.ok).toBe(true);
    const before = await readLibrary(session);
    await session.inExtension(loseDatabase);
    await session.restart();

    const page = await session.openExtensionPage('library.html#/');
    await expectHeadlines(page, [titleOf(second), titleOf(first)]);
    expect(missed(await readLibrary(session))).toEqual(missed(before));
    await expect
      .poll(() => copyValue(session, 'copy/recovery'))
      .toMatchObject({ restored: 2, expected: 2, reason: 'empty' });

    tab = await openArticleTab(session, SEED_SLUG);
    expect((await saveInTab(session, tab, SEED_SLUG))?.ok).toBe(true);
    expect(await copyValue(session, 'copy/sentinel')).toMatchObject({ articles: 3 });
    await page.bringToFront();
    await expectHeadlines(page, [titleOf(SEED_SLUG), titleOf(second), titleOf(first)]);
  });

  if (name === 'chromium') {
    it('keeps the second copy from what runs in the site’s pages', async () => {
      expect(await readInContentScript(tab.page, 'copy/sentinel')).toMatch(/access to storage is not allowed/i);
    });
  }
});

function loseDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const losing = indexedDB.deleteDatabase('offprint');
    losing.onsuccess = () => resolve();
    losing.onerror = () => reject(losing.error);
  });
}
