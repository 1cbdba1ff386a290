/** @typedef {import('./system.mjs').System} System */
/** @typedef {{ live: boolean, firefox: boolean, headless: boolean, help: boolean }} StartOptions */

export const START_HELP = `npm start [-- options]

Builds Offprint and opens a browser with it, on an article of a demo site that stands in for wpnews.pro on this machine.
Without a display it runs the main job instead (save, read offline, find, remove), says each step, and leaves screenshots
in .artifacts/start/.

  --firefox    Firefox instead of Chromium
  --live       the real wpnews.pro instead of the demo site (needs a display and the network)
  --headless   run the main job even though there is a display
  --help       this text`;

/**
 * Reads what was typed after `npm start --`.
 *
 * @param {readonly string[]} args
 * @returns {StartOptions}
 * @throws {RangeError} With a sentence for the person, at an unknown option or two that exclude each other.
 */
export function parseStartOptions(args) {
  const options = { live: false, firefox: false, headless: false, help: false };
  for (const arg of args) {
    const name = arg.slice(2);
    if (!arg.startsWith('--') || !isOption(name, options)) {
      throw new RangeError(`There is no option ${arg}: "npm start -- --help" lists them.`);
    }
    options[name] = true;
  }
  if (options.live && options.headless) {
    throw new RangeError('--live opens the real site for a person to look at, so it cannot be --headless.');
  }
  return options;
}

/** @param {string} name @param {StartOptions} options @returns {name is keyof StartOptions} */
function isOption(name, options) {
  return Object.keys(options).includes(name);
}

/**
 * Whether a browser window could be seen on this machine.
 *
 * @param {System} system
 * @returns {boolean}
 */
export function hasDisplay({ platform, env }) {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
