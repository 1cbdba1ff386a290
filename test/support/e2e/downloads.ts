import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from '../browser/driver.ts';
import type { Session } from '../browser/session.ts';

/** A downloads folder of a test's own. */
export interface Downloads {
  readonly folder: string;
  /** What the browser must be started with. */
  readonly options: Pick<LaunchOptions, 'extraPrefs'>;
  /** Has a browser that was started use it. */
  use(session: Session): Promise<void>;
  /** Waits until the download of a file with this name is complete, and gives its bytes. */
  file(name: RegExp): Promise<Uint8Array>;
}

const PATIENCE_MS = 30_000;
/** What the browsers call a file while it comes. */
const UNFINISHED = /\.(?:crdownload|part)$|^\.|^\.?org\.chromium/;

/** Makes a downloads folder, which is removed by `remove`. */
export function createDownloads(): Downloads & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-downloads-'));
  return {
    folder,
    options: {
      extraPrefs: {
        'browser.download.folderList': 2,
        'browser.download.dir': folder,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        'browser.helperApps.neverAsk.saveToDisk': 'application/zip',
      },
    },
    async use({ browser, name }) {
      if (name !== 'chromium') return;
      const client = await browser.target().createCDPSession();
      await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    async file(name) {
      const deadline = Date.now() + PATIENCE_MS;
      while (Date.now() < deadline) {
        const names = readdirSync(folder);
        const found = names.find((one) => name.test(one) && statSync(join(folder, one)).size > 0);
        if (found !== undefined && !names.some((one) => UNFINISHED.test(one))) return readFileSync(join(folder, found));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no file ${name} was downloaded, only: ${readdirSync(folder).join(', ') || 'nothing'}`);
    },
    remove() {
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}
