import type { DemoSite } from '../../site/demo-site.ts';
import type { BrowserName } from '../browser/executables.ts';
import { evaluateInWindow } from '../browser/firefox-remote.ts';
import { launchBrowser, type Session } from '../browser/session.ts';

/** Firefox takes the language of its interface from what is installed, so it is told that German is. */
const SPEAK_GERMAN = `(async () => {
  Services.locale.availableLocales = ['de', 'en-US'];
  Services.locale.requestedLocales = ['de'];
  await (await AddonManager.getAddonByID('offprint@wpnews')).reload();
})()`;

/** Starts a browser that asks its extensions to speak German. */
export async function launchInGerman(name: BrowserName, site: DemoSite): Promise<Session> {
  const session = await launchBrowser(name, { site, extraArgs: ['--lang=de'] });
  if (name === 'firefox') await evaluateInWindow(session.browser, SPEAK_GERMAN);
  return session;
}
