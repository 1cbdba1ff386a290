import { runTypeScript } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { hasDisplay, parseStartOptions, START_HELP } from './start-options.mjs';
import { thisSystem } from './system.mjs';

/** `npm start`: reads the options, gets the folder ready, then lets `start.ts` build and open the browser. */

const args = process.argv.slice(2);
const options = parseOrExit();

if (options.help) {
  console.log(START_HELP);
} else {
  setUpOrExit([options.firefox ? 'firefox' : 'chromium'], thisSystem);
  const code = await runTypeScript('scripts/start.ts', args);
  // Ctrl-C is how a person ends a look around: no failure.
  process.exitCode = code === 130 ? 0 : code;
}

function parseOrExit() {
  try {
    const parsed = parseStartOptions(args);
    if (parsed.live && !parsed.help && !hasDisplay(thisSystem)) {
      throw new RangeError('--live opens a browser window, and this machine has no display to show it on.');
    }
    return parsed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
