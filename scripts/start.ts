import { rmSync } from 'node:fs';
import { startDemoSite } from '../test/site/demo-site.ts';
import type { BrowserName } from '../test/support/browser/executables.ts';
import { launchBrowser } from '../test/support/browser/session.ts';
import { runTool } from './command.mjs';
import { runMainJob } from './main-job.ts';
import { openDemoWindow, openLiveWindow } from './open-window.ts';
import { hasDisplay, parseStartOptions } from './start-options.mjs';
import { thisSystem } from './system.mjs';

/** The part of `npm start` that needs packages: builds, then opens a window or, without a display, runs the main job. */

const SCREENSHOTS = '.artifacts/start';

const options = parseStartOptions(process.argv.slice(2));
const browser: BrowserName = options.firefox ? 'firefox' : 'chromium';

if (await build()) {
  if (options.live) await openLiveWindow(browser);
  else if (options.headless || !hasDisplay(thisSystem)) await showMainJob();
  else await openDemoWindow(browser);
} else {
  process.exitCode = 1;
}

async function build(): Promise<boolean> {
  console.log('Building Offprint ...');
  const { ok, output } = await runTool('wxt', ['build', '-b', options.firefox ? 'firefox' : 'chrome']);
  if (!ok) console.error(output);
  return ok;
}

async function showMainJob(): Promise<void> {
  rmSync(SCREENSHOTS, { recursive: true, force: true });
  console.log(`Running the main job in ${browser}, without a window, on a demo site in place of wpnews.pro:`);
  const site = await startDemoSite();
  const session = await launchBrowser(browser, { site });
  try {
    await runMainJob(session, site, console.log, SCREENSHOTS);
    console.log('All of it worked.');
  } catch (error) {
    console.error(`This step failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await session.close();
    await site.stop();
  }
}
