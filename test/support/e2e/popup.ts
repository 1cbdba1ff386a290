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

/**
 * Opens the popup by a click on the toolbar button, for which Chromium has a command of its own: unlike opening it by a
 * script, this lets the extension see a tab of a host it has no permission for.
 */
export async function clickToolbarButton(session: Session, page: Page): Promise<Page> {
  const address = page.url();
  const root = await session.browser.target().createCDPSession();
  const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === address);
  const send = root.send.bind(root) as (method: string, parameters: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: new URL(session.extensionUrl('')).host, targetId: tab?.targetId });
  const target = await session.browser.waitForTarget((one) => one.url() === session.extensionUrl('popup.html'));
  return target.asPage();
}
