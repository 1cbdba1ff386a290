/** @typedef {import('./system.mjs').System} System */
/** @typedef {'chromium' | 'firefox'} Browser */

/**
 * What each browser is called where: `variable` names its path outright, `commands` are looked for on PATH, `macApps`
 * in the two application folders of macOS, `windowsPrograms` in those of Windows, and the rest are the packages that bring it. Chromium comes before Chrome,
 * because branded Chrome no longer loads an unpacked extension from its command line.
 *
 * @type {Readonly<Record<Browser, { name: string, variable: string, commands: string[], macApps: string[], windowsPrograms: string[], debian: string, ubuntu: string, brew: string }>>}
 */
export const BROWSERS = {
  chromium: {
    name: 'Chromium',
    variable: 'OFFPRINT_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    macApps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    windowsPrograms: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
    debian: 'chromium',
    ubuntu: 'chromium-browser',
    brew: 'chromium',
  },
  firefox: {
    name: 'Firefox',
    variable: 'OFFPRINT_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    macApps: ['Firefox.app/Contents/MacOS/firefox'],
    windowsPrograms: ['Mozilla Firefox\\firefox.exe'],
    debian: 'firefox-esr',
    ubuntu: 'firefox',
    brew: 'firefox',
  },
};

/** Where Linux and macOS keep programs even when PATH was cut short. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/homebrew/bin'];

/**
 * The path of `browser` on this machine, or null. A path named by the browser's variable wins, and is the only one
 * looked at: a wrong one is not papered over with another browser.
 *
 * @param {Browser} browser
 * @param {System} system
 * @returns {string | null}
 */
export function findBrowser(browser, system) {
  const named = system.env[BROWSERS[browser].variable];
  const candidates = named ? [named] : usualPaths(browser, system);
  return candidates.find((path) => system.isExecutable(path)) ?? null;
}

/** @param {Browser} browser @param {System} system @returns {string[]} */
function usualPaths(browser, { env, home, platform }) {
  const { commands, macApps, windowsPrograms } = BROWSERS[browser];
  if (platform === 'win32') {
    const programFolders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return inEach(
      windowsPrograms,
      programFolders.filter((folder) => folder !== undefined),
      '\\',
    );
  }
  const folders = new Set([...(env['PATH'] ?? '').split(':').filter(Boolean), ...USUAL_FOLDERS]);
  const onPath = inEach(commands, [...folders], '/');
  if (platform !== 'darwin') return onPath;
  return [...onPath, ...inEach(macApps, ['/Applications', `${home}/Applications`], '/')];
}

/** @param {string[]} names @param {string[]} folders @param {string} separator */
function inEach(names, folders, separator) {
  return names.flatMap((name) => folders.map((folder) => folder + separator + name));
}

/**
 * The packages that bring `browsers` on Debian, Ubuntu and the systems made from them (by `/etc/os-release`), or null on
 * any other system.
 *
 * @param {readonly Browser[]} browsers
 * @param {System} system
 * @returns {string[] | null}
 */
export function debianPackages(browsers, system) {
  const release = system.readText('/etc/os-release') ?? '';
  if (/^ID(_LIKE)?=.*\bubuntu\b/m.test(release)) return browsers.map((browser) => BROWSERS[browser].ubuntu);
  if (/^ID(_LIKE)?=.*\bdebian\b/m.test(release)) return browsers.map((browser) => BROWSERS[browser].debian);
  return null;
}

/**
 * One sentence that says how a person gets `missing` on this machine.
 *
 * @param {readonly Browser[]} missing
 * @param {System} system
 * @returns {string}
 */
export function howToInstall(missing, system) {
  const names = missing.map((browser) => BROWSERS[browser].name).join(' and ');
  const variables = missing.map((browser) => BROWSERS[browser].variable).join(' and ');
  const otherwise = `or set ${variables} to where it is, and run this again.`;
  const packages = debianPackages(missing, system);
  if (packages !== null) {
    return `${names} was not found. Install it with "sudo apt-get install ${packages.join(' ')}", ${otherwise}`;
  }
  if (system.platform === 'darwin') {
    const casks = missing.map((browser) => BROWSERS[browser].brew).join(' ');
    return `${names} was not found. Install it with "brew install --cask ${casks}", ${otherwise}`;
  }
  return `${names} was not found. Install it with your system's package manager, ${otherwise}`;
}
