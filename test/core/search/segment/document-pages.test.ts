import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentRecords, firstKeysOf, PAGE, readPage } from '../../../../core/search/segment/document-pages.ts';
import { openRecord } from '../../../../core/search/segment/record.ts';

function readBack(keys: Float64Array, lengths: Uint16Array) {
  const columns = { keys: new Float64Array(keys.length), lengths: new Uint16Array(keys.length) };
  const firstKeys = firstKeysOf(keys);
  for (const { key, bytes } of documentRecords(5, { keys, lengths })) {
    readPage(openRecord(key, bytes), key.number, firstKeys[key.number] ?? 0, columns);
  }
  return columns;
}

describe('document pages', () => {
  test('keep keys and lengths, whatever the gaps', () => {
    const gaps = fc.array(
      fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 2 ** 32 })),
      { minLength: 1 },
    );
    const check = fc.property(gaps, fc.uint16Array({ minLength: 1, maxLength: 9 }), (given, words) => {
      let key = 0;
      const keys = Float64Array.from(given, (gap) => {
        key += gap;
        return key;
      });
      const lengths = Uint16Array.from(given, (_, doc) => words[doc % words.length] ?? 0);
      expect(readBack(keys, lengths)).toEqual({ keys, lengths });
    });
    fc.assert(check, { numRuns: 500 });
  });

  test('of articles saved one after the other are hardly longer than their lengths', () => {
    const keys = Float64Array.from({ length: PAGE + 5 }, (_, doc) => doc + 7);
    const lengths = new Uint16Array(keys.length);
    const [first] = documentRecords(5, { keys, lengths });
    expect(first?.bytes.length).toBeLessThan(PAGE + 20);
    expect(readBack(keys, lengths)).toEqual({ keys, lengths });
  });
});
