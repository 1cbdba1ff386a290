import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barPath,
  countIn,
  lengthOf,
  monthName,
  monthNumber,
  monthScale,
  yearTicks,
} from '../../../components/library/month-scale.ts';

const month = fc.integer({ min: 1000 * 12, max: 9999 * 12 + 11 });

describe('month numbers', () => {
  it('are consecutive over the turn of a year, and name the month they came from', () => {
    expect(monthNumber('2026-01') - monthNumber('2025-12')).toBe(1);
    fc.assert(fc.property(month, (number) => monthNumber(monthName(number)) === number));
  });
});

describe('monthScale', () => {
  it('reaches from the first month with an article to the last', () => {
    const scale = monthScale([
      { value: '2026-03', count: 2 },
      { value: '2025-11', count: 1 },
      { value: '2020-01', count: 0 },
    ]);
    expect(scale && [monthName(scale.from), monthName(scale.to), lengthOf(scale)]).toEqual(['2025-11', '2026-03', 5]);
  });

  it('is none without articles', () => {
    expect(monthScale([])).toBeNull();
    expect(monthScale([{ value: '2026-03', count: 0 }])).toBeNull();
  });
});

describe('barPath', () => {
  it('draws a bar for each month with articles that is asked for, at its place, the highest as high as the box', () => {
    const scale = monthScale([
      { value: '2026-01', count: 10 },
      { value: '2026-03', count: 5 },
    ]);
    if (scale === null) throw new Error('no scale');
    expect(barPath(scale, () => true)).toBe('M0.1 100v-100h0.8v100zM2.1 100v-50h0.8v50z');
    expect(barPath(scale, (number) => number === scale.to)).toBe('M2.1 100v-50h0.8v50z');
  });

  it('lets one article among thousands be seen', () => {
    const scale = monthScale([
      { value: '2026-01', count: 9999 },
      { value: '2026-02', count: 1 },
    ]);
    expect(scale && barPath(scale, (number) => number === scale.to)).toContain('v-4h');
  });
});

describe('yearTicks', () => {
  it('names each year that begins in a few years', () => {
    const ticks = yearTicks({ from: monthNumber('2023-07'), to: monthNumber('2026-06') });
    expect(ticks.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
    expect(ticks[0]?.at).toBeCloseTo(6 / 36);
  });

  it('names no more than have room, however long the span, all of them within it', () => {
    fc.assert(
      fc.property(month, month, (one, other) => {
        const ticks = yearTicks({ from: Math.min(one, other), to: Math.max(one, other) });
        return ticks.length <= 6 && ticks.every(({ at }) => at >= 0 && at < 1);
      }),
    );
  });
});

describe('countIn', () => {
  it('adds the months of a span, both ends included', () => {
    const scale = monthScale([
      { value: '2026-01', count: 1 },
      { value: '2026-02', count: 2 },
      { value: '2026-04', count: 4 },
    ]);
    expect(scale && countIn(scale, { from: monthNumber('2026-02'), to: monthNumber('2026-04') })).toBe(6);
  });
});
