import { describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../site/article.ts';
import { findAccessibilityFaults } from '../support/browser/axe.ts';
import { byRole, clickByRole, waitForText } from '../support/browser/by-role.ts';
import type { Session } from '../support/browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab } from '../support/e2e/article-tab.ts';
import type { ExtensionApi } from '../support/e2e/extension-api.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { readLibrary } from '../support/e2e/stored-library.ts';
import { iconOf, toolbarOf } from '../support/e2e/toolbar.ts';
import { withSession } from '../support/e2e/with-session.ts';

declare const chrome: ExtensionApi;

/** Firefox lets people withdraw the permission for the site. The question that gives it back is answered yes unseen. */

const PATIENCE = { timeout: 10_000 };

describe('firefox, with the permission for the site withdrawn', () => {
  let session: Session;
  let tab: ArticleTab;

  withSession(
    { name: 'firefox', extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } },
    async (begun) => {
      session = begun.session;
      tab = await openArticleTab(session, SEED_SLUG);
      await session.inExtension(() => chrome.permissions.remove({ origins: ['https://wpnews.pro/*'] }));
      await session.navigate(tab.page, addressOf(SEED_SLUG));
    },
  );

  it('does not look at the pages of the site', async () => {
    await tab.page.bringToFront();
    const nothing = { badge: '', tooltip: 'Offprint: no wpnews article on this page' };
    await expect.poll(() => toolbarOf(session, tab), PATIENCE).toEqual(nothing);
    expect(await iconOf(session, tab)).toBe('grey');
  });

  it('marks a save by the shortcut as failed, and stores nothing', async () => {
    await tab.page.bringToFront();
    await session.pressSaveShortcut();
    await expect
      .poll(() => toolbarOf(session, tab), PATIENCE)
      .toEqual({ badge: '!', tooltip: 'Offprint: saving failed' });
    const answer = await askBackground(session, { type: 'save-tab', tabId: tab.id });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'no-site-access' } });
    const { articles, bodies, originals, queue, changes } = await readLibrary(session);
    expect([articles, bodies, originals, queue, changes].flat()).toEqual([]);
  });

  it('says so in the popup, asks for it back with one button, and then saves', async () => {
    await session.navigate(tab.page, addressOf(SEED_SLUG));
    await withPopup(session, tab, async (popup) => {
      expect(await waitForText(popup, 'alert', '')).toContain('Offprint is not allowed to reach wpnews.pro');
      expect(await findAccessibilityFaults(popup)).toEqual([]);
      await clickByRole(popup, 'button', 'Allow access to wpnews.pro');
      await pressSave(popup);
      await waitForText(popup, 'status', 'Saved');
      await byRole(popup, 'link', 'Read offline');
    });
    await expect.poll(async () => (await toolbarOf(session, tab)).badge, PATIENCE).toBe('✓');
    expect((await readLibrary(session)).articles.map(({ slug }) => slug)).toEqual([SEED_SLUG]);
    expect(await session.errors()).toEqual([]);
  });
});
