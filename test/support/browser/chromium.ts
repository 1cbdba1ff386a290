import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { OTHER_HOST } from '../../site/fault-redirects.ts';
import { type DriverOptions, install, type RunningBrowser } from './driver.ts';
import { executable } from './executables.ts';

function hostRules({ site: { port }, mapEverything = false }: DriverOptions): string {
  const here = `127.0.0.1:${port}`;
  if (mapEverything) return `MAP * ${here}`;
  const names = ['wpnews.pro', '*.wpnews.pro', OTHER_HOST];
  return [...names.map((name) => `MAP ${name} ${here}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
}

function switches(options: DriverOptions): string[] {
  return [
    '--no-sandbox',
    '--disable-quic',
    '--disable-component-update',
    '--hide-crash-restore-bubble',
    `--host-resolver-rules=${hostRules(options)}`,
    '--ignore-certificate-errors',
    ...(options.extraArgs ?? []),
  ];
}

const isWorker = (target: Target) => target.type() === 'service_worker';

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function applyNetwork(target: Target, offline: boolean): Promise<void> {
  if (target.type() !== 'page' && !isWorker(target)) return;
  const session = await target.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

async function stopWorkers(browser: Browser, backstage: Page): Promise<void> {
  const session = await backstage.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await until(() => !browser.targets().some(isWorker), 'the service worker had stopped');
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
  browser.on('targetcreated', (target) => {
    if (isOffline) applyNetwork(target, true).catch(() => {});
  });
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
    stopBackground: (backstage) => stopWorkers(browser, backstage),
    async runCommand(name) {
      const target = await browser.waitForTarget(isWorker);
      const worker = await target.worker();
      await worker?.evaluate(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
      );
    },
    async setOffline(offline) {
      isOffline = offline;
      await Promise.all(browser.targets().map((target) => applyNetwork(target, offline)));
    },
    setDark: (page, dark) =>
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]),
    hiddenErrors: async () => [],
  };
}
