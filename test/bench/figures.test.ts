import { describe, expect, test } from 'vitest';
import { asMilliseconds, asRatio, median, overlap, quantile } from '../../bench/figures.ts';

describe('figures', () => {
  test('takes quantiles by the nearest rank, whatever the order', () => {
    const samples = [5, 1, 4, 2, 3];
    expect(median(samples)).toBe(3);
    expect(quantile(samples, 0.95)).toBe(5);
    expect(quantile(samples, 0)).toBe(1);
    expect(samples).toEqual([5, 1, 4, 2, 3]);
    expect(median([])).toBeNaN();
  });

  test('finds the overlap of two lists of the best by what is in both, not by place', () => {
    expect(overlap([1, 2, 3], [3, 1, 9], 3)).toBeCloseTo(2 / 3);
    expect(overlap([1, 2, 3, 4], [1, 2, 8, 9], 2)).toBe(1);
    expect(overlap([1], [1, 2], 10)).toBe(0.5);
    expect(overlap([], [], 10)).toBe(1);
    expect(overlap([], [1], 10)).toBe(0);
  });

  test('writes ratios and times as people read them', () => {
    expect(asRatio(1 / 80)).toBe('1/80.0');
    expect(asRatio(1 / 250)).toBe('1/250');
    expect(asRatio(1.5)).toBe('1.50 ×');
    expect(asRatio(Number.NaN)).toBe('–');
    expect(asMilliseconds(0.126)).toBe('0.13 ms');
    expect(asMilliseconds(1234.5)).toBe('1235 ms');
    expect(asMilliseconds(Number.NaN)).toBe('–');
  });
});
