import { mkdirSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { runTool } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { thisSystem } from './system.mjs';
import { summaryLine, tallyVitest } from './tally.mjs';

/**
 * `npm test`: builds both store packages, then runs every check and every test; `npm test -- <path>` builds and runs only
 * the tests whose path matches. Each check counts as one test. The last line is `N passed, N failed`, and the exit code
 * is 0 only when nothing failed and something ran.
 */

/** @typedef {import('./tally.mjs').Tally} Tally */

const REPORTS = '.artifacts/test';

/** Each is a name and a tool with its arguments. Zipping builds first, so the packages and `.output` are of one build. */
const BUILDS = /** @type {const} */ ([
  ['build and zip for Chromium', 'wxt', ['zip']],
  ['build and zip for Firefox', 'wxt', ['zip', '-b', 'firefox']],
]);

const CHECKS = /** @type {const} */ ([
  ['types', 'tsc', ['--noEmit']],
  ['types of core/, with the language alone', 'tsc', ['-p', 'core']],
  ['format and lint', 'biome', ['check', '.']],
]);

const started = performance.now();
const filters = process.argv.slice(2);
const colours = Boolean(process.stdout.isTTY) && !process.env['CI'] && !process.env['NO_COLOR'];

setUpOrExit(['chromium', 'firefox'], thisSystem);
tellToolsAboutColours();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const tallies = await runChecks(BUILDS);
if (tallies.every(({ failed }) => failed === 0)) {
  tallies.push(...(filters.length > 0 ? await runChosenTests() : await runEverything()));
}
finish(tallies);

/** The checks and the quick tests share the two cores; browsers that are timed by their tests have them alone. */
async function runEverything() {
  const [checks, quick] = await Promise.all([
    runChecks(CHECKS),
    runVitest('rules, unit, browser and package tests', ['--project', '!e2e']),
  ]);
  return [...checks, quick, await runVitest('end-to-end tests', ['--project', 'e2e'])];
}

async function runChosenTests() {
  return [await runVitest(`tests in ${filters.join(', ')}`, filters)];
}

/**
 * @param {readonly (readonly [string, import('./command.mjs').Tool, readonly string[]])[]} checks
 * @returns {Promise<Tally[]>}
 */
async function runChecks(checks) {
  const results = [];
  for (const [name, tool, args] of checks) {
    const start = performance.now();
    const { ok, output } = await runTool(tool, args);
    if (!ok) show(output);
    console.log(`${mark(ok)} ${name} (${seconds(start)})`);
    results.push(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return results;
}

/** @param {string} name @param {readonly string[]} args @returns {Promise<Tally>} */
async function runVitest(name, args) {
  const start = performance.now();
  const reportFile = `${REPORTS}/vitest-${Math.round(start)}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { ok } = await runTool('vitest', ['run', ...reporters, ...args], show);
  const report = thisSystem.readText(reportFile);
  const tally = tallyVitest(report === null ? null : JSON.parse(report), ok);
  console.log(`${mark(tally.failed === 0)} ${name}: ${summaryLine([tally])} (${seconds(start)})`);
  return tally;
}

/** @param {readonly Tally[]} results */
function finish(results) {
  console.log(`\nAll of it took ${seconds(started)}.`);
  console.log(summaryLine(results));
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** Tools write to a pipe, so each asks the environment; Node warns when both variables are there. */
function tellToolsAboutColours() {
  delete process.env['FORCE_COLOR'];
  delete process.env['NO_COLOR'];
  process.env[colours ? 'FORCE_COLOR' : 'NO_COLOR'] = '1';
}

/** Some tools colour their errors whatever the environment says. @param {string} output */
function show(output) {
  process.stdout.write(colours ? output : stripVTControlCharacters(output));
}

/** @param {boolean} ok */
function mark(ok) {
  if (!colours) return ok ? 'ok  ' : 'FAIL';
  return ok ? '\u001b[32m✓\u001b[39m' : '\u001b[31m✗\u001b[39m';
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
