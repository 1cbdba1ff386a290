import { expect, it } from 'vitest';
import { startDemoSite } from '../site/demo-site.ts';
import { evaluateInWindow } from '../support/browser/firefox-remote.ts';
import { launchBrowser } from '../support/browser/session.ts';

/** Nothing can be kept where the browser keeps nothing: the extension asks not to be there, and Firefox sees to it. */

it.each([
  { windows: 'nothing but private windows', isPrivate: true },
  { windows: 'ordinary windows', isPrivate: false },
])('Firefox with $windows: lets the extension in unless they are private', async ({ isPrivate }) => {
  const site = await startDemoSite();
  const extraPrefs = { 'browser.privatebrowsing.autostart': isPrivate };
  const session = await launchBrowser('firefox', { site, extraPrefs });
  try {
    const ask = (expression: string) => evaluateInWindow(session.browser, expression);
    expect(await ask('PrivateBrowsingUtils.isWindowPrivate(window)')).toBe(isPrivate);
    expect(await ask(`WebExtensionPolicy.getByID('offprint@wpnews').canAccessWindow(window)`)).toBe(!isPrivate);
  } finally {
    await session.close();
    await site.stop();
  }
});
