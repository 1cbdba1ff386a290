import puppeteer, { type CDPSession, type Target } from 'puppeteer-core';
import { OTHER_HOST } from '../../site/fault-redirects.ts';
import { followWorker } from './chromium-worker.ts';
import { type DriverOptions, install, type RunningBrowser } from './driver.ts';
import { executable } from './executables.ts';

function hostRules({ site: { port }, mapEverything = false }: DriverOptions): string {
  const here = `127.0.0.1:${port}`;
  if (mapEverything) return `MAP * ${here}`;
  const names = ['wpnews.pro', '*.wpnews.pro', OTHER_HOST];
  return [...names.map((name) => `MAP ${name} ${here}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
}

/** Suggestions under the address bar are pages of their own, which no test opens and which take half of the time a start takes. */
const WITHOUT = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

function switches(options: DriverOptions): string[] {
  return [
    `--disable-features=${WITHOUT.join(',')}`,
    '--no-sandbox',
    '--disable-quic',
    '--disable-component-update',
    '--hide-crash-restore-bubble',
    '--window-size=1280,900',
    `--host-resolver-rules=${hostRules(options)}`,
    '--ignore-certificate-errors',
    ...(options.extraArgs ?? []),
  ];
}

async function setWorkerOffline(session: CDPSession, offline: boolean): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

async function setPageOffline(target: Target, offline: boolean): Promise<void> {
  if (target.type() === 'page') await (await target.page())?.setOfflineMode(offline);
}

/** Starts Chromium with the extension loaded into the profile; the same path always gives the same extension id. */
export async function startChromium(options: DriverOptions): Promise<RunningBrowser> {
  const browser = await puppeteer.launch({
    executablePath: executable('chromium'),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    userDataDir: options.profile,
    args: switches(options),
  });
  const extensionOrigin = `chrome-extension://${await install(browser, options.extension)}/`;
  let isOffline = false;
  const worker = await followWorker(browser, extensionOrigin, options.report, (session) =>
    setWorkerOffline(session, isOffline),
  );
  browser.on('targetcreated', (target) => {
    if (isOffline) setPageOffline(target, true).catch(() => {});
  });
  /** Lets the worker's own listeners of `event` hear `what` and the active tab. */
  const dispatch = async (event: string, what: unknown) => {
    const session = await worker.session();
    await session.send('Runtime.evaluate', {
      expression: `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.${event}.dispatch(${JSON.stringify(what)}, tab))`,
      awaitPromise: true,
    });
  };
  return {
    browser,
    extensionOrigin,
    navigate: async (page, address) => {
      await page.goto(address, { waitUntil: 'load' });
    },
    async openPopup(page, backstage) {
      await page.bringToFront();
      await backstage.evaluate('chrome.action.openPopup()');
      const target = await browser.waitForTarget((one) => one.url().startsWith(`${extensionOrigin}popup.html`));
      return target.asPage();
    },
    stopBackground: (backstage) => worker.stop(backstage),
    runCommand: (name) => dispatch('commands.onCommand', name),
    chooseMenuItem: (menuItemId) => dispatch('contextMenus.onClicked', { menuItemId }),
    async setOffline(offline) {
      isOffline = offline;
      await Promise.all([
        worker.session().then((session) => setWorkerOffline(session, offline)),
        ...browser.targets().map((target) => setPageOffline(target, offline)),
      ]);
    },
    setDark: (page, dark) =>
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]),
    hiddenErrors: async () => [],
  };
}
