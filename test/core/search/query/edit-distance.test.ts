import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditDistance } from '../../../../core/search/query/edit-distance.ts';

/** The whole table, for two words. */
function naiveDistance(one: string, other: string): number {
  const rows = [...Array(one.length + 1).keys()].map((row) =>
    [...Array(other.length + 1).keys()].map((column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.NaN;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const changed = at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      let least = Math.min(changed, at(row - 1, column) + 1, at(row, column - 1) + 1);
      const isExchanged = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isExchanged) least = Math.min(least, at(row - 2, column - 2) + 1);
      (rows[row] as number[])[column] = least;
    }
  }
  return at(one.length, other.length);
}

test('distances to words in order are those of the whole table, up to the limit', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  const check = fc.property(
    words,
    fc.array(words, { maxLength: 20 }),
    fc.integer({ min: 1, max: 2 }),
    (word, others, limit) => {
      const distance = new EditDistance(word, limit);
      for (const other of [...others].sort()) {
        expect(distance.to([...other]), other).toBe(Math.min(limit + 1, naiveDistance(word, other)));
      }
    },
  );
  fc.assert(check, { numRuns: 2_000 });
});
