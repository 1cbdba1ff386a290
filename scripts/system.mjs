import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

/**
 * What the set-up may ask of the machine. The scripts take it as an argument, so that tests hand in a machine of their
 * own and nothing is installed by a test.
 *
 * @typedef {object} System
 * @property {string} platform As `process.platform`.
 * @property {string} home The person's home folder.
 * @property {boolean} isRoot Whether packages can be installed without asking for a password.
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(path: string) => string | null} readText A file's text, or null when it cannot be read.
 * @property {(path: string) => boolean} isExecutable Whether `path` is a file that can be run.
 * @property {(command: string, args: readonly string[]) => boolean} run Runs to the end in view of the person; whether it ended with exit code 0.
 * @property {(line: string) => void} say Shows one line.
 */

/**
 * The machine this process runs on.
 *
 * @type {System}
 */
export const thisSystem = {
  platform: process.platform,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  env: process.env,
  readText(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  },
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  run(command, args) {
    // npm and npx are .cmd files on Windows, which only a shell can start; every argument here is ours and has no spaces.
    return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
  },
  say(line) {
    console.log(line);
  },
};
