import browser, { type Omnibox } from 'webextension-polyfill';

/** Opens the library at `hash`, or at all articles: in a new tab, unless the address bar was told another place. */
export async function openLibrary(
  hash = '',
  where: Omnibox.OnInputEnteredDisposition = 'newForegroundTab',
): Promise<void> {
  const url = browser.runtime.getURL(`library.html${hash}`);
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}
