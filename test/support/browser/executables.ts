import { type Browser, findBrowser, howToInstall } from '../../../scripts/browsers.mjs';
import { thisSystem } from '../../../scripts/system.mjs';

export type BrowserName = Browser;

/** The browser's program on this machine, or an error that says how to get it or name it. */
export function executable(name: BrowserName): string {
  const path = findBrowser(name, thisSystem);
  if (path === null) throw new Error(howToInstall([name], thisSystem));
  return path;
}
