import { describe, expect, it } from 'vitest';
import { summaryLine, tallyVitest } from '../../scripts/tally.mjs';

function file(status: string, ...assertions: readonly string[]) {
  return { name: 'some.test.ts', status, assertionResults: assertions.map((result) => ({ status: result })) };
}

describe('tallyVitest', () => {
  it('counts passed and failed tests over all files', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
    expect(tallyVitest({ testResults }, false)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that broke before its tests as one failure', () => {
    const testResults = [file('failed'), file('passed', 'passed')];
    expect(tallyVitest({ testResults }, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts an error outside every test as one failure', () => {
    expect(tallyVitest({ testResults: [file('passed', 'passed')] }, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a report as one failure', () => {
    expect(tallyVitest(null, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run in which nothing ran as one failure, however well it ended', () => {
    expect(tallyVitest({ testResults: [] }, true)).toEqual({ passed: 0, failed: 1 });
    expect(tallyVitest({ testResults: [file('passed', 'skipped')] }, true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('summaryLine', () => {
  it('adds up every part', () => {
    const tallies = [
      { passed: 2, failed: 0 },
      { passed: 40, failed: 1 },
    ];
    expect(summaryLine(tallies)).toBe('42 passed, 1 failed');
  });
});
