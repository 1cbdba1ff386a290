import type { Browser, Page } from 'puppeteer-core';
import type { DemoSite } from '../../site/demo-site.ts';
import type { LoggedError } from './error-log.ts';

/** How to start a browser; what both kinds understand. */
export interface LaunchOptions {
  readonly site: Pick<DemoSite, 'port'>;
  /** The unpacked extension; by default the built one of this browser. */
  readonly extension?: string;
  /** A folder that outlives the session; by default a temporary one, removed on `close`. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** Leads every host name to the demo site, so that a request to any of them is seen there. */
  readonly mapEverything?: boolean;
  /** More Chromium switches. */
  readonly extraArgs?: readonly string[];
  /** More Firefox preferences. */
  readonly extraPrefs?: Readonly<Record<string, string | number | boolean>>;
}

/** What a driver needs, decided once per session. */
export interface DriverOptions extends LaunchOptions {
  readonly extension: string;
  readonly profile: string;
  /** Hears of errors as they happen. */
  readonly report: (error: LoggedError) => void;
}

/** A running browser with the extension in it: the acts that each kind of browser does its own way. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly extensionOrigin: string;
  /** Goes to an address of the site or the extension and waits until it has loaded. */
  navigate(page: Page, address: string): Promise<void>;
  /** The popup, acting on `page`'s tab. `backstage` is a page of the extension that is not in front. */
  openPopup(page: Page, backstage: Page): Promise<Page>;
  /** Stops the extension's background at once; the next event starts it anew. */
  stopBackground(backstage: Page): Promise<void>;
  /** Makes the extension hear the command `name` for the active tab, as when its keyboard shortcut is pressed. */
  runCommand(name: string): Promise<void>;
  /** Makes the extension hear that the entry `id` of its menu was chosen in the active tab. */
  chooseMenuItem(id: string): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  setDark(page: Page, dark: boolean): Promise<void>;
  /** Errors only the browser itself knows of. */
  hiddenErrors(): Promise<readonly LoggedError[]>;
}

/** Installs an unpacked extension and gives its id; a browser that refuses it is closed. */
export async function install(browser: Browser, extension: string): Promise<string> {
  try {
    return await browser.installExtension(extension);
  } catch (error) {
    await browser.close();
    throw new Error(`The browser refused the extension in ${extension}`, { cause: error });
  }
}
