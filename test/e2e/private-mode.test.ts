import { describe, expect, it } from 'vitest';
import { evaluateInWindow } from '../support/browser/firefox-remote.ts';
import type { Session } from '../support/browser/session.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** Nothing can be kept where the browser keeps nothing: the extension asks not to be there, and Firefox sees to it. */

describe.each([
  { windows: 'nothing but private windows', isPrivate: true },
  { windows: 'ordinary windows', isPrivate: false },
])('Firefox with $windows', ({ isPrivate }) => {
  let firefox: Session;
  withSession({ name: 'firefox', extraPrefs: { 'browser.privatebrowsing.autostart': isPrivate } }, ({ session }) => {
    firefox = session;
  });

  it('lets the extension in unless they are private', async () => {
    const ask = (expression: string) => evaluateInWindow(firefox.browser, expression);
    expect(await ask('PrivateBrowsingUtils.isWindowPrivate(window)')).toBe(isPrivate);
    expect(await ask(`WebExtensionPolicy.getByID('offprint@wpnews').canAccessWindow(window)`)).toBe(!isPrivate);
  });
});
