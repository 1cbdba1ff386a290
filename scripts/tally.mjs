/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * The parts of vitest's JSON report that are counted.
 *
 * @typedef {object} VitestReport
 * @property {{ name: string, status: string, assertionResults: { status: string }[] }[]} testResults One entry per file.
 */

/**
 * Counts a run of vitest so that nothing that went wrong counts as fine: a file that broke before its tests is one
 * failure, so is a run that ended badly without naming a failed test (no report, an error outside every test), and so
 * is a run in which no test passed or failed.
 *
 * @param {VitestReport | null} report Null when vitest wrote none.
 * @param {boolean} endedWell Whether vitest's exit code was 0.
 * @returns {Tally}
 */
export function tallyVitest(report, endedWell) {
  let passed = 0;
  let failed = 0;
  for (const file of report?.testResults ?? []) {
    const failures = count(file, 'failed');
    passed += count(file, 'passed');
    failed += file.status === 'failed' ? Math.max(failures, 1) : failures;
  }
  const nothingRan = passed + failed === 0;
  return failed === 0 && (nothingRan || !endedWell) ? { passed, failed: 1 } : { passed, failed };
}

/** @param {{ assertionResults: { status: string }[] }} file @param {string} status */
function count(file, status) {
  return file.assertionResults.filter((result) => result.status === status).length;
}

/**
 * The last line of `npm test`, over all its parts.
 *
 * @param {readonly Tally[]} tallies
 * @returns {string}
 */
export function summaryLine(tallies) {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return `${passed} passed, ${failed} failed`;
}
