import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { BinRecord } from '../../core/library/records.ts';
import { SEED_SLUG } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { findAccessibilityFaults } from '../support/browser/axe.ts';
import { byRole, clickByRole, waitForText } from '../support/browser/by-role.ts';
import { readStore } from '../support/browser/database.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { expectStatus } from '../support/e2e/library-page.ts';
import { withSession } from '../support/e2e/with-session.ts';

describe.each<BrowserName>(['chromium', 'firefox'])('the bin in %s', (name) => {
  const slugs = [SEED_SLUG, generatedArticle(0, 1).slug, generatedArticle(1, 1).slug];
  let site: DemoSite;
  let session: Session;
  let page: Page;

  const titleOf = (slug: string) => site.articles.get(slug)?.title ?? '';
  const binned = async () => ((await readStore(session, 'bin')) as BinRecord[]).map(({ slug }) => slug).sort();

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    const tab = await openArticleTab(session, SEED_SLUG);
    for (const slug of slugs) await saveInTab(session, tab, slug);
    page = await session.openExtensionPage('library.html#/');
  });

  /** The row of the bin with this article. */
  async function rowOf(slug: string): Promise<ElementHandle> {
    await byRole(page, 'heading', titleOf(slug));
    for (const row of await page.$$('::-p-aria([role="listitem"])')) {
      if (await row.evaluate((element, title) => element.textContent?.includes(title) ?? false, titleOf(slug)))
        return row;
    }
    throw new Error(`no row of the bin has ${slug}`);
  }

  it('takes what is removed in the reader', async () => {
    for (const slug of slugs) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/article/${slug}`);
      await byRole(page, 'heading', titleOf(slug));
      await clickByRole(page, 'button', 'Remove');
      await waitForText(page, 'status', `Removed “${titleOf(slug)}”`);
    }
    await clickByRole(page, 'link', 'Bin');
    await expectStatus(page, '3 articles in the bin');
    expect(await findAccessibilityFaults(page)).toEqual([]);
  });

  it('gives an article back to the library', async () => {
    await clickByRole(await rowOf(SEED_SLUG), 'button', 'Restore');
    await expectStatus(page, '2 articles in the bin');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/article/${SEED_SLUG}`);
    await byRole(page, 'link', 'Original source');
    await clickByRole(page, 'link', 'Bin');
  });

  it('asks before it deletes an article for good, and then it is gone', async () => {
    const [, slug = ''] = slugs;
    await clickByRole(await rowOf(slug), 'button', 'Delete for good');
    const asking = () => byRole(page, 'dialog', `Delete “${titleOf(slug)}” for good?`);
    await clickByRole(await asking(), 'button', 'Cancel');
    expect(await binned()).toEqual(slugs.slice(1).sort());
    await clickByRole(await rowOf(slug), 'button', 'Delete for good');
    await clickByRole(await asking(), 'button', 'Delete for good');
    await expectStatus(page, '1 article in the bin');
    expect(await binned()).toEqual(slugs.slice(2));
  });

  it('is emptied at once when that is confirmed, and what was restored stays', async () => {
    await clickByRole(page, 'button', 'Empty bin');
    await clickByRole(await byRole(page, 'dialog', null), 'button', 'Delete for good');
    await expectStatus(page, 'The bin is empty.');
    expect(await binned()).toEqual([]);
    await clickByRole(page, 'link', 'Offprint');
    await expectStatus(page, '1 article');
  });
});
