import { BROWSERS, debianPackages, findBrowser, howToInstall } from './browsers.mjs';
import { packagesMatch } from './packages.mjs';

/**
 * Gets a fresh clone ready: checks Node, installs the packages, finds or installs the browsers. It runs before
 * `node_modules` exists, so it is plain JavaScript on Node's own modules, typed by its comments.
 */

/** @typedef {import('./system.mjs').System} System */
/** @typedef {import('./browsers.mjs').Browser} Browser */

/** The oldest Node the tools run on, as in `engines` of `package.json`. */
const OLDEST_NODE = [20, 19];

/** A set-up step the person has to finish; the message is one sentence that says how. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/**
 * Makes the working folder ready to build and to open `browsers`, and answers where they are. Does nothing on a folder
 * that is ready.
 *
 * @param {readonly Browser[]} browsers
 * @param {System} system
 * @returns {Partial<Record<Browser, string>>}
 * @throws {SetupError}
 */
export function setUp(browsers, system) {
  installPackages(system);
  return provideBrowsers(browsers, system);
}

/**
 * @param {string} version As `process.versions.node`.
 * @throws {SetupError} When it is older than the tools need.
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Offprint needs Node ${OLDEST_NODE.join('.')} or newer and this is ${version}: install it from https://nodejs.org and run this again.`,
  );
}

/**
 * Installs exactly what the lockfile names, when something else or nothing is there.
 *
 * @param {System} system
 * @throws {SetupError}
 */
export function installPackages(system) {
  const lockfile = system.readText('package-lock.json');
  if (packagesMatch(lockfile, system.readText('node_modules/.package-lock.json'))) {
    prepareTypes(system);
    return;
  }
  system.say('Installing the packages that package-lock.json names (about half a minute) ...');
  if (!system.run('npm', ['ci', '--no-audit', '--no-fund'])) {
    throw new SetupError('The packages could not be installed: check the network, or run "npm ci" to see why.');
  }
}

/** `npm ci` ends with `wxt prepare`; a folder whose `.wxt` was cleaned away since then needs it again. @param {System} system */
function prepareTypes(system) {
  if (system.readText('.wxt/tsconfig.json') !== null) return;
  if (!system.run('npx', ['wxt', 'prepare']))
    throw new SetupError('"npx wxt prepare" failed: its own words are above.');
}

/**
 * Finds each of `browsers`, or installs it where that needs no password (root on Debian or its kin).
 *
 * @param {readonly Browser[]} browsers
 * @param {System} system
 * @returns {Partial<Record<Browser, string>>}
 * @throws {SetupError}
 */
export function provideBrowsers(browsers, system) {
  const missing = browsers.filter((browser) => findBrowser(browser, system) === null);
  const misnamed = missing.find((browser) => system.env[BROWSERS[browser].variable]);
  if (misnamed) {
    const { name, variable } = BROWSERS[misnamed];
    throw new SetupError(`${variable} names ${system.env[variable]}, but there is no ${name} that can be run.`);
  }
  if (missing.length > 0) installBrowsers(missing, system);
  return Object.fromEntries(browsers.map((browser) => [browser, findBrowser(browser, system)]));
}

/** @param {readonly Browser[]} missing @param {System} system */
function installBrowsers(missing, system) {
  const packages = debianPackages(missing, system);
  if (packages === null || !system.isRoot) throw new SetupError(howToInstall(missing, system));
  system.say(`Installing ${packages.join(' and ')} ...`);
  system.run('apt-get', ['update', '-qq']);
  system.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const still = missing.filter((browser) => findBrowser(browser, system) === null);
  if (still.length > 0) throw new SetupError(howToInstall(still, system));
}

/**
 * Runs `setUp` for a command a person typed: ends the process with the one sentence they need when a step is theirs to
 * finish, and otherwise hands the browsers' places to every child process by their variables.
 *
 * @param {readonly Browser[]} browsers
 * @param {System} system
 * @returns {void}
 */
export function setUpOrExit(browsers, system) {
  try {
    checkNode(process.versions.node);
    for (const [browser, path] of Object.entries(setUp(browsers, system))) {
      process.env[BROWSERS[/** @type {Browser} */ (browser)].variable] = path;
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
