import browser, { type Omnibox } from 'webextension-polyfill';

/** Opens the library at `hash` where the address bar was told to: in the active tab, in a new one, or behind it. */
export async function openLibraryAt(hash: string, where: Omnibox.OnInputEnteredDisposition): Promise<void> {
  const url = browser.runtime.getURL(`library.html${hash}`);
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}
