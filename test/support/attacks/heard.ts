import type { Session } from '../browser/session.ts';
import type { ExtensionApi } from '../e2e/extension-api.ts';
import type { Heard } from './altered-extension.ts';

declare const chrome: ExtensionApi;

/** What reached a counting background so far. */
export async function heardBy(session: Session): Promise<Heard> {
  return session.inExtension(async () => (await chrome.runtime.sendMessage('what was heard')) as Heard);
}

/** The badge of every tab that has one. */
export async function badgesOfAll(session: Session): Promise<readonly string[]> {
  const badges = await session.inExtension(async () => {
    const tabs = await chrome.tabs.query({});
    return Promise.all(tabs.map(({ id }) => (id === undefined ? '' : chrome.action.getBadgeText({ tabId: id }))));
  });
  return badges.filter((badge) => badge !== '');
}
