import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { startChromium } from './chromium.ts';
import type { LaunchOptions, RunningBrowser } from './driver.ts';
import { type LoggedError, watchErrors } from './error-log.ts';
import type { BrowserName } from './executables.ts';
import { startFirefox } from './firefox.ts';
import { killTree } from './processes.ts';
import { createProfile, profileReleased, removeProfile } from './profile.ts';

/** A browser with the extension in it, the same to use whichever it is. */
export interface Session {
  readonly name: BrowserName;
  /** The running browser; another one after `restart`. */
  readonly browser: Browser;
  /** The address of a file of the extension. */
  extensionUrl(path: string): string;
  /** Opens an address in a new tab in front. */
  openPage(address: string): Promise<Page>;
  /** Opens a page of the extension in a new tab: `library.html#/settings`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Goes to another address in the same tab. */
  navigate(page: Page, address: string): Promise<void>;
  /** The popup acting on `page`: the real one in Chromium, in Firefox popup.html in a tab beside it. */
  openPopupFor(page: Page): Promise<Page>;
  /** Runs the command `save-article` for the active tab, as its shortcut does. */
  pressSaveShortcut(): Promise<void>;
  /** Runs the command `open-library`, as its shortcut does. */
  pressLibraryShortcut(): Promise<void>;
  /** Chooses the entry `id` of the extension's context menu in the active tab. */
  chooseMenuItem(id: string): Promise<void>;
  stopBackground(): Promise<void>;
  /** Runs `action` in a silent page of the extension, which lies behind all others. */
  inExtension<Arguments extends readonly unknown[], T>(
    action: (...args: Arguments) => T | Promise<T>,
    ...args: Arguments
  ): Promise<T>;
  /** Cuts the network of the whole browser, or gives it back. */
  goOffline(offline?: boolean): Promise<void>;
  setDark(page: Page, dark: boolean): Promise<void>;
  /** Closes the browser in good order and starts it anew with the same profile and extension. After `kill`: starts it. */
  restart(): Promise<void>;
  /** Ends every process of the browser at once. */
  kill(): Promise<void>;
  /** Uncaught errors and `console.error` lines of pages and background since the start. */
  errors(): Promise<readonly LoggedError[]>;
  close(): Promise<void>;
}

const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

/** A page of the extension without any script: an image that every build has. */
const SILENT_PAGE = 'icons/icon-16.png';

/** Starts a browser whose wpnews.pro is the demo site. */
export async function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<Session> {
  const profile = options.profile ?? createProfile();
  const extension = resolve(options.extension ?? BUILT[name]);
  const seen: LoggedError[] = [];
  const report = (error: LoggedError) => {
    // The browser's own image viewer styles itself inline there, which the extension's policy refuses.
    if (!error.where.endsWith(SILENT_PAGE)) seen.push(error);
  };

  const start = async (): Promise<RunningBrowser> => {
    const launch = name === 'chromium' ? startChromium : startFirefox;
    const started = await launch({ ...options, profile, extension, report });
    watchErrors(started.browser, report);
    return started;
  };

  let running = await start().catch((error: unknown) => {
    if (options.profile === undefined) removeProfile(profile);
    throw error;
  });
  let backstage: Promise<Page> | undefined;

  const extensionUrl = (path: string) => running.extensionOrigin + path;
  const openPage = async (address: string, background = false) => {
    const page = await running.browser.newPage({ background });
    await running.navigate(page, address);
    return page;
  };
  /** The first one, or another where an update of the extension closed it. */
  const openBackstage = () => {
    const reopen = async (before: Promise<Page> | undefined) => {
      const page = await before;
      return page === undefined || page.isClosed() ? openPage(extensionUrl(SILENT_PAGE), true) : page;
    };
    backstage = reopen(backstage);
    return backstage;
  };
  const end = async () => {
    if (!running.browser.connected) return;
    seen.push(...(await running.hiddenErrors().catch(() => [])));
    await running.browser.close();
  };

  return {
    name,
    get browser() {
      return running.browser;
    },
    extensionUrl,
    openPage: (address) => openPage(address),
    openExtensionPage: (path) => openPage(extensionUrl(path)),
    navigate: (page, address) => running.navigate(page, address),
    openPopupFor: async (page) => running.openPopup(page, await openBackstage()),
    pressSaveShortcut: () => running.runCommand('save-article'),
    pressLibraryShortcut: () => running.runCommand('open-library'),
    chooseMenuItem: (id) => running.chooseMenuItem(id),
    stopBackground: async () => running.stopBackground(await openBackstage()),
    async inExtension<Arguments extends readonly unknown[], T>(
      action: (...args: Arguments) => T | Promise<T>,
      ...args: Arguments
    ) {
      const page = await openBackstage();
      return (await page.evaluate(action as unknown as (...args: unknown[]) => T, ...args)) as T;
    },
    goOffline: (offline = true) => running.setOffline(offline),
    setDark: (page, dark) => running.setDark(page, dark),
    async restart() {
      await end();
      backstage = undefined;
      running = await start();
    },
    async kill() {
      const { browser } = running;
      const disconnected = new Promise((resolve) => browser.once('disconnected', resolve));
      const pid = browser.process()?.pid;
      if (pid !== undefined) await killTree(pid);
      if (browser.connected) await disconnected;
      await profileReleased(profile);
    },
    errors: async () => [...seen, ...(await running.hiddenErrors())],
    async close() {
      await end();
      if (options.profile === undefined) removeProfile(profile);
    },
  };
}
