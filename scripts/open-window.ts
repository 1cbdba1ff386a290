import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { addressOf, SEED_SLUG } from '../test/site/article.ts';
import { type DemoSite, startDemoSite } from '../test/site/demo-site.ts';
import { install } from '../test/support/browser/driver.ts';
import { type BrowserName, executable } from '../test/support/browser/executables.ts';
import { launchBrowser } from '../test/support/browser/session.ts';

/** Where a look around starts: an article that the real site and the demo site both have. */
const FIRST_ADDRESS = addressOf(SEED_SLUG);

const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/** Kept between starts, so that a library made yesterday is there today; the demo site and the real one never share one. */
function profileFor(name: BrowserName, where: 'demo' | 'live'): string {
  const folder = resolve('.artifacts/profiles', `${name}-${where}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Opens a window whose wpnews.pro is the demo site, and waits until the person has closed it. */
export async function openDemoWindow(name: BrowserName): Promise<void> {
  const site: DemoSite = await startDemoSite();
  const session = await launchBrowser(name, { site, headless: false, profile: profileFor(name, 'demo') });
  await showFirstPage(session.browser, (address) => session.openPage(address));
  await closed(session.browser);
  await site.stop();
}

/** Opens a window on the real wpnews.pro, and waits until the person has closed it. */
export async function openLiveWindow(name: BrowserName): Promise<void> {
  const browser = await puppeteer.launch({
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath: executable(name),
    headless: false,
    enableExtensions: true,
    pipe: name === 'chromium',
    defaultViewport: null,
    userDataDir: profileFor(name, 'live'),
  });
  await install(browser, resolve(BUILT[name]));
  await showFirstPage(browser, async (address) => {
    const page = await browser.newPage();
    await page.goto(address);
  });
  await closed(browser);
}

/** Opens the first article and puts away the empty tab that the browser came with. */
async function showFirstPage(browser: Browser, open: (address: string) => Promise<unknown>): Promise<void> {
  const [empty] = await browser.pages();
  await open(FIRST_ADDRESS);
  await empty?.close();
  console.log(`Offprint is in the toolbar, on ${FIRST_ADDRESS}. Close the browser, or press Ctrl-C here, to end.`);
}

function closed(browser: Browser): Promise<void> {
  if (!browser.connected) return Promise.resolve();
  return new Promise((resolve) => browser.once('disconnected', () => resolve()));
}
