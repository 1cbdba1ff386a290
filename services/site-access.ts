import browser from 'webextension-polyfill';

const SITE_ACCESS = { origins: ['https://wpnews.pro/*'] };

/** Whether the extension may reach the site; Firefox lets people withdraw that. */
export function isSiteAllowed(): Promise<boolean> {
  return browser.permissions.contains(SITE_ACCESS);
}

/** Asks the person for the site's permission; true when it is granted. Must run in a click's own handler. */
export function askForSite(): Promise<boolean> {
  return browser.permissions.request(SITE_ACCESS);
}
