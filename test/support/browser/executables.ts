import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const VARIABLES = { chromium: 'OFFPRINT_CHROMIUM', firefox: 'OFFPRINT_FIREFOX' } as const;

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
} as const;

const USUAL_PLACES = {
  chromium: [
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
} as const;

/** The browser's program: named by its variable, else found on PATH, else in a usual place; null when there is none. */
export function findExecutable(name: BrowserName): string | null {
  const named = process.env[VARIABLES[name]];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...onPath, ...USUAL_PLACES[name]].find((path) => existsSync(path)) ?? null;
}

/** As `findExecutable`, or an error that says how to name the program. */
export function executable(name: BrowserName): string {
  const path = findExecutable(name);
  if (path === null) throw new Error(`No ${name} was found: install it, or set ${VARIABLES[name]} to its program`);
  return path;
}
