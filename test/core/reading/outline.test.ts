import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutline } from '../../../core/reading/outline.ts';

const levels = (ranks: readonly number[]) => ranks.map(createOutline());

describe('createOutline', () => {
  it.each([
    [
      [1, 2, 3],
      [2, 3, 4],
    ],
    [
      [2, 2, 3, 2],
      [2, 2, 3, 2],
    ],
    [
      [3, 2],
      [2, 2],
    ],
    [
      [1, 4, 2],
      [2, 3, 3],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6, 6],
    ],
  ])('ranks %j as %j', (ranks, expected) => {
    expect(levels(ranks)).toEqual(expected);
  });

  it('never skips a level and never gives the headline’s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (ranks) => {
        levels(ranks).forEach((level, position, all) => {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level).toBeLessThanOrEqual((all[position - 1] ?? 1) + 1);
        });
      }),
    );
  });
});
