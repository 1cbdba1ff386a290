import type { Page } from 'puppeteer-core';
import { byRole, clickByRole } from '../browser/by-role.ts';
import type { Session } from '../browser/session.ts';
import type { ArticleTab } from './article-tab.ts';

/** Opens the popup on a tab, does something with it and closes it. */
export async function withPopup<T>(session: Session, tab: ArticleTab, action: (popup: Page) => Promise<T>): Promise<T> {
  const popup = await session.openPopupFor(tab.page);
  try {
    return await action(popup);
  } finally {
    await popup.close().catch(() => {}); // A real popup may have closed by itself.
  }
}

/** Presses the popup's main button as soon as it is there. */
export async function pressSave(popup: Page, name = 'Save article'): Promise<void> {
  await byRole(popup, 'heading', null);
  await clickByRole(popup, 'button', name);
}
