import { describe, expect, test } from 'vitest';
import { mainThreadFigure } from '../../../bench/search/bench-library-page.ts';
import { EngineRecord } from '../../../bench/search/engine-record.ts';
import { growthPlots } from '../../../bench/search/growth.ts';
import type { Run } from '../../../bench/search/measurements.ts';
import type { EngineName } from '../../../bench/search/page/engines.ts';
import { plot } from '../../../bench/search/plot.ts';
import type { BenchQuery } from '../../../bench/search/queries/bench-query.ts';
import { figureTable, runSection } from '../../../bench/search/report.ts';
import { plainFigure, ratioFigure } from '../../../bench/search/rows/figure.ts';
import { rowsBetween, rowsOfRun } from '../../../bench/search/rows/rows-of-run.ts';
import { readSettings } from '../../../bench/search/settings.ts';

const WORD: BenchQuery = { kind: 'two words', words: ['a', 'b'], reading: 'words', topic: null, entity: null };
const PHRASE: BenchQuery = { ...WORD, kind: 'phrase', reading: 'phrase' };

function engine(name: EngineName, answer: number, measured: Partial<EngineRecord> = {}): EngineRecord {
  const record = new EngineRecord(name);
  return Object.assign(record, { firstAnswers: [answer], warmPasses: [[answer, answer]] }, measured);
}

const RUN: Run = {
  browser: 'chromium',
  corpus: 'generated, seed 1',
  articles: 1_000,
  textBytes: 1_000_000,
  cachesDropped: true,
  mix: [WORD, PHRASE],
  engines: [
    engine('Offprint', 10, {
      heapBytes: 50_000,
      bytes: { postings: 100_000, positions: 200_000 },
      saves: [{ save: 3, rawPut: 2 }],
      topTens: [[1, 2], [7]],
    }),
    engine('SQLite FTS5', 40, { topTens: [[2, 1], [8]], failures: ['phrases: cut short'] }),
    engine('floor', 8),
  ],
};

const measured = (row: number) => rowsOfRun(RUN).filter((figure) => figure.row === row);

describe('the rows of a run', () => {
  test('are ratios of medians, met when they are at most the aim', () => {
    expect(measured(1)).toMatchObject([{ value: 1.25, met: true, measured: '1.25 × (10.0 ms : 8.00 ms)' }]);
    expect(measured(2)).toMatchObject([
      { met: null, measured: null },
      { value: 0.25, met: true },
    ]);
    expect(measured(3)).toMatchObject([
      { value: 0.25, met: false },
      { value: 0.25, met: false },
    ]);
    expect(measured(10)).toMatchObject([{ value: 1.5, met: true }]);
  });

  test('weigh the index with and without positions, and the heap by the article', () => {
    expect(measured(11)).toMatchObject([
      { value: 0.1, met: true },
      { value: 0.3, met: true },
    ]);
    expect(measured(12)[0]).toMatchObject({ value: 50, met: true });
  });

  test('compare ranks by queries of whole words alone', () => {
    expect(measured(14)).toMatchObject([{ value: 1, met: true }]);
  });

  test('say so when something was not measured', () => {
    expect(figureTable(measured(15))).toContain('| – | not measured |');
  });

  test('of two browsers are compared ratio by ratio', () => {
    const slower = { ...RUN, engines: [engine('Offprint', 20), engine('SQLite FTS5', 40), engine('floor', 8)] };
    const between = rowsBetween(rowsOfRun(RUN), rowsOfRun(slower));
    expect(between.find(({ what }) => what.includes('beside FTS5') && what.includes('the same'))).toMatchObject({
      row: 17,
      value: 2,
      met: false,
    });
  });
});

test('a report names what an engine could not do', () => {
  expect(runSection(RUN, rowsOfRun(RUN))).toContain('SQLite FTS5 could not: phrases: cut short');
});

test('figures with a least bound are met from it upwards', () => {
  const show = String;
  expect(plainFigure(14, '', 0.97, { least: 0.97 }, show).met).toBe(true);
  expect(plainFigure(14, '', 0.96, { least: 0.97 }, show).met).toBe(false);
  expect(ratioFigure(1, '', 2, { ours: 1, theirs: Number.NaN, show }).met).toBeNull();
});

test('the main thread is judged by long tasks where the browser tells them, else by late timers', () => {
  expect(mainThreadFigure('', { longestTask: 0, longestGap: 80 })).toMatchObject({ met: true });
  expect(mainThreadFigure('', { longestTask: 51, longestGap: 80 })).toMatchObject({ met: false, value: 51 });
  expect(mainThreadFigure('', { longestTask: null, longestGap: 80 })).toMatchObject({ met: false, value: 80 });
});

describe('a plot', () => {
  test('puts a power of ten as far from the next as that from the one after', () => {
    const svg = plot('Growth <1>', 'ms', [
      { name: 'ours', points: [1, 2, 3].map((e) => ({ x: 10 ** e, y: 10 ** e })) },
    ]);
    const [points = ''] = /(?<=points=")[^"]+/.exec(svg) ?? [];
    const across = points.split(' ').map((point) => Number(point.split(',')[0]));
    expect((across[1] ?? 0) - (across[0] ?? 0)).toBeCloseTo((across[2] ?? 0) - (across[1] ?? 0), 0);
    expect(svg).toContain('Growth &lt;1>');
  });

  test('is made of every cost, over the sizes in ascending order', () => {
    const plots = growthPlots([{ ...RUN, articles: 10_000 }, RUN]);
    expect(plots.size).toBe(7);
    expect(plots.get('cold-open.svg')).toContain('10,000');
    for (const svg of plots.values()) expect(svg).not.toContain('NaN');
  });
});

test('settings come from the environment, and stand without it', () => {
  expect(readSettings({})).toMatchObject({ sizes: [10_000], browsers: ['chromium', 'firefox'], corpusPath: null });
  expect(readSettings({ SIZES: '1000, 3000', PEERS: '', GROWTH: '' })).toMatchObject({
    sizes: [1000, 3000],
    peers: [],
    growth: [],
  });
});
