import { describe, expect, test } from 'vitest';
import { IdLists } from '../../../core/catalogue/id-lists.ts';

const setOf = (...ids: number[]) => Uint8Array.from({ length: 10 }, (_, id) => Number(ids.includes(id)));

describe('the id lists of rows', () => {
  test('find a run anywhere in a list, to its very end, and never past it', () => {
    const lists = new IdLists();
    lists.set(0, [1, 2, 3]);
    lists.set(1, [4]);
    expect(lists.hasRun(0, [setOf(1), setOf(2, 5), setOf(3)])).toBe(true);
    expect(lists.hasRun(0, [setOf(3)])).toBe(true);
    expect(lists.hasRun(0, [setOf(2), setOf(1)])).toBe(false);
    expect(lists.hasRun(0, [setOf(3), setOf(4)])).toBe(false);
  });

  test('keep their neighbours whole when a list shrinks, grows within its place and grows beyond it', () => {
    const lists = new IdLists();
    lists.set(0, [1, 2, 3]);
    lists.set(1, [4, 5]);
    for (const ids of [[6], [7, 8, 9], [1, 2, 3, 6, 7]]) {
      lists.set(0, ids);
      const counts = new Uint32Array(10);
      lists.count(0, counts);
      expect([...counts.keys()].filter((id) => counts[id] === 1)).toEqual(ids);
      expect([lists.has(1, 4), lists.has(1, 5), lists.has(1, 6)]).toEqual([true, true, false]);
    }
  });

  test('of a row never set are empty', () => {
    const lists = new IdLists();
    expect(lists.has(7, 0)).toBe(false);
    expect(lists.hasRun(7, [setOf(0)])).toBe(false);
  });
});
