import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { thisSystem } from './system.mjs';

/**
 * `npm run torture`: gets the folder ready, builds for both browsers, lets every fault happen as often as
 * `test/support/torture/counts.ts` says (hours), and prints what was lost as a table. `npm run torture -- 0.1` plays a tenth of
 * it, and `npm run torture -- 0.1 kills` of that only the files whose path has `kills` in it.
 *
 * A fault's row is in `.artifacts/torture.jsonl` as soon as its test has ended. Ctrl-C ends the browsers, prints the rows
 * so far, and removes profiles and small disks, which all lie in one temporary folder.
 */

const TABLE = '.artifacts/torture.jsonl';
const COLUMNS = ['points', 'acknowledged', 'lost', 'half', 'duplicates', 'endless', 'errors', 'seconds'];

const [share = '1', ...filters] = process.argv.slice(2);
if (!(Number(share) > 0)) {
  console.error(`"${share}" is no share of the long form: give a number above 0, such as 0.1.`);
  process.exit(1);
}

setUpOrExit(['chromium', 'firefox'], thisSystem);
for (const args of [['build'], ['build', '-b', 'firefox']]) {
  const { ok, output } = await runTool('wxt', args);
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}
mkdirSync('.artifacts', { recursive: true });
rmSync(TABLE, { force: true });
const folder = mkdtempSync(join(tmpdir(), 'torture-'));
const wanted = filters.length === 0 ? [''] : filters;
process.exitCode = await playTests(wanted.map((name) => `test/torture/${name}`));
printTable(thisSystem.readText(TABLE) ?? '');
removeFolder();

/**
 * Plays the tests in a process group of their own, so that whoever ends this script ends them and their browsers too.
 *
 * @param {readonly string[]} paths
 * @returns {Promise<number>} The exit code.
 */
function playTests(paths) {
  const isGroup = process.platform !== 'win32';
  const tests = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', ...paths], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: isGroup,
    env: { ...process.env, TORTURE: share, TORTURE_TABLE: TABLE, TMPDIR: folder },
  });
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    signalTests('SIGINT');
  };
  /** @param {NodeJS.Signals} signal */
  const signalTests = (signal) => {
    if (tests.pid === undefined) return;
    try {
      process.kill(isGroup ? -tests.pid : tests.pid, signal);
    } catch {
      // They have ended.
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
  return new Promise((resolve) => {
    tests.on('exit', (code) => {
      signalTests('SIGINT'); // A worker outlives the process that began it, with its browser.
      resolve(isInterrupted ? 130 : (code ?? 1));
    });
  });
}

/** What was broken off leaves its profile behind, or a mounted disk: both go. */
function removeFolder() {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('offprint-disk-')) spawnSync('umount', ['-l', join(folder, name)], { stdio: 'ignore' });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/** @param {string} lines One toll a line, as JSON. */
function printTable(lines) {
  const rows = lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  const widest = Math.max(5, ...rows.map(({ fault }) => fault.length));
  const print = (/** @type {readonly string[]} */ [first = '', ...rest]) =>
    console.log(first.padEnd(widest), ...rest.map((cell, place) => cell.padStart((COLUMNS[place] ?? '').length)));
  console.log();
  print(['fault', ...COLUMNS]);
  for (const row of rows) print([row.fault, ...COLUMNS.map((column) => String(row[column]))]);
}
