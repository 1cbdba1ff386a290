import { mkdirSync, rmSync } from 'node:fs';
import { runTool } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { thisSystem } from './system.mjs';

/**
 * `npm run torture`: gets the folder ready, builds for both browsers, lets every fault happen as often as
 * `test/support/torture/counts.ts` says (hours), and prints what was lost as a table. `npm run torture -- 0.1` plays a tenth of
 * it, and `npm run torture -- 0.1 kills` of that only the files whose path has `kills` in it.
 */

const TABLE = '.artifacts/torture.jsonl';
const COLUMNS = ['points', 'acknowledged', 'lost', 'half', 'duplicates', 'endless'];

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
process.env['TORTURE'] = share;
process.env['TORTURE_TABLE'] = TABLE;
const wanted = filters.length === 0 ? [''] : filters;
const paths = wanted.map((name) => `test/torture/${name}`);
const { ok } = await runTool('vitest', ['run', '--project', 'e2e', ...paths], (text) => process.stdout.write(text));
printTable(thisSystem.readText(TABLE) ?? '');
process.exitCode = ok ? 0 : 1;

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
