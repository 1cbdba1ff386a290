import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseMerge, FLUSH_AT, MOST_SEGMENTS } from '../../../../core/search/segment/merge-policy.ts';
import type { SegmentEntry } from '../../../../core/search/segment/segment-reader.ts';

function segments(...sizes: readonly number[]): readonly SegmentEntry[] {
  return sizes.map((documents, index) => ({ id: index + 1, documents, deleted: 0 }));
}

describe('the choice of what to merge', () => {
  test('is nothing while there are few segments', () => {
    expect(chooseMerge(segments(100_000, 10_000, 1_000, 128))).toEqual([]);
  });

  test('takes the smallest of too many, and what is not much larger', () => {
    const sizes = (entries: readonly SegmentEntry[]) => entries.map(({ documents }) => documents);
    expect(sizes(chooseMerge(segments(100_000, 10_000, 1_000, 128, 128)))).toEqual([128, 128]);
    expect(sizes(chooseMerge(segments(100_000, 10_000, 400, 300, 128)))).toEqual([128, 300, 400]);
  });

  test('rewrites a segment of which a quarter is deleted', () => {
    const entry = { id: 1, documents: 100, deleted: 26 };
    expect(chooseMerge([entry, ...segments(50)])).toEqual([entry]);
  });

  test('never leaves more segments than the most', () => {
    const check = fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 30 }), (sizes) => {
      const entries = segments(...sizes);
      const chosen = chooseMerge(entries).length;
      expect(entries.length - chosen + Math.min(1, chosen)).toBeLessThanOrEqual(MOST_SEGMENTS);
    });
    fc.assert(check);
  });

  test('rewrites an article only a few times on the way to 100,000', () => {
    let entries: SegmentEntry[] = [];
    let written = 0;
    let id = 0;
    for (let saved = 0; saved < 100_000; saved += FLUSH_AT) {
      entries.push({ id: ++id, documents: FLUSH_AT, deleted: 0 });
      const chosen = chooseMerge(entries);
      if (chosen.length === 0) continue;
      const documents = chosen.reduce((sum, entry) => sum + entry.documents, 0);
      written += documents;
      entries = [...entries.filter((entry) => !chosen.includes(entry)), { id: ++id, documents, deleted: 0 }];
    }
    expect(written / 100_000).toBeLessThan(20);
  });
});
