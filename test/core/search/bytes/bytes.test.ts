import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBit,
  bitsOf,
  countBits,
  difference,
  emptyBitmap,
  fullBitmap,
  hasAnyBit,
  hasBit,
  intersection,
  lastBits,
} from '../../../../core/search/bytes/bitmap.ts';
import { decodeBitmap, encodeBitmap } from '../../../../core/search/bytes/bitmap-code.ts';
import { ByteReader } from '../../../../core/search/bytes/byte-reader.ts';
import { ByteWriter } from '../../../../core/search/bytes/byte-writer.ts';
import { openSealed, sealBytes } from '../../../../core/search/bytes/checksum.ts';
import { compareBytes, decodeUtf8, encodeUtf8, letterEnd } from '../../../../core/search/bytes/utf8.ts';

const numbers = fc.oneof(
  fc.constantFrom(0, 239, 240, 3_311, 3_312, 199_919, 199_920, 2 ** 31, 2 ** 32 - 1),
  fc.nat(20_000),
  fc.nat(600_000),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);

describe('number codes', () => {
  test('read back as they were written', () => {
    const check = fc.property(fc.array(numbers), fc.array(fc.maxSafeNat()), (codes, wide) => {
      const writer = new ByteWriter(1);
      for (const code of codes) writer.code(code);
      for (const code of wide) writer.wideCode(code);
      const reader = new ByteReader(writer.take());
      expect(codes.map(() => reader.code())).toEqual(codes);
      expect(wide.map(() => reader.wideCode())).toEqual(wide);
      expect(reader.at).toBe(reader.bytes.length);
    });
    fc.assert(check);
  });

  test.each([
    [239, 1],
    [240, 2],
    [3_311, 2],
    [3_312, 3],
    [199_919, 3],
    [199_920, 5],
  ])('write %i in %i bytes', (value, length) => {
    const writer = new ByteWriter();
    writer.code(value);
    expect(writer.length).toBe(length);
  });
});

describe('UTF-8', () => {
  test('is what the platform makes of it, and sorts by code point', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());
    const check = fc.property(texts, texts, fc.nat(4), (one, other, letters) => {
      const bytes = encodeUtf8(one);
      expect(bytes).toEqual(new TextEncoder().encode(one));
      expect(decodeUtf8(bytes)).toBe(one);
      expect(Math.sign(compareBytes(bytes, encodeUtf8(other)))).toBe(
        Math.sign(Buffer.compare(bytes, encodeUtf8(other))),
      );
      expect(decodeUtf8(bytes.subarray(0, letterEnd(bytes, letters)))).toBe([...one].slice(0, letters).join(''));
    });
    fc.assert(check, { numRuns: 40 });
  });
});

const sets = fc.integer({ min: 1, max: 300 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    one: fc.oneof(fc.uniqueArray(fc.nat(size - 1)), fc.constant(Array.from({ length: size }, (_, doc) => doc))),
    other: fc.uniqueArray(fc.nat(size - 1)),
    from: fc.nat(size - 1),
    to: fc.nat(size - 1),
  }),
);

describe('bitmaps', () => {
  test('do what sets of numbers do', () => {
    const check = fc.property(sets, ({ size, one, other, from, to }) => {
      const bitmap = (docs: readonly number[]) => {
        const set = emptyBitmap(size);
        for (const doc of docs) addBit(set, doc);
        return set;
      };
      const ascending = [...one].sort((a, b) => a - b);
      const set = bitmap(one);
      expect([...bitsOf(set)]).toEqual(ascending);
      expect(countBits(set)).toBe(one.length);
      expect(lastBits(set, 3)).toEqual([...ascending].reverse().slice(0, 3));
      expect([...bitsOf(intersection(set, bitmap(other)))]).toEqual(ascending.filter((doc) => other.includes(doc)));
      expect([...bitsOf(difference(fullBitmap(size), set))]).toHaveLength(size - one.length);
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      expect(hasAnyBit(set, first, last)).toBe(one.some((doc) => doc >= first && doc <= last));
      expect(hasBit(set, from)).toBe(one.includes(from));
      expect(decodeBitmap(encodeBitmap(set, size), size)).toEqual(set);
    });
    fc.assert(check, { numRuns: 1_000 });
  });

  test('take at most a byte more than a bit for each document', () => {
    const check = fc.property(sets, ({ size, one }) => {
      const set = emptyBitmap(size);
      for (const doc of one) addBit(set, doc);
      expect(encodeBitmap(set, size).length).toBeLessThanOrEqual(Math.ceil(size / 8) + 1);
    });
    fc.assert(check);
    expect(encodeBitmap(fullBitmap(10_000), 10_000)).toHaveLength(2);
  });
});

describe('sealed bytes', () => {
  test('open as they were, and not when anything about them changed', () => {
    const payloads = fc.uint8Array({ maxLength: 200 });
    const check = fc.property(
      payloads,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (payload, seed, at, flip) => {
        const sealed = sealBytes(payload, seed);
        expect(openSealed(sealed, seed)).toEqual(payload);
        expect(openSealed(sealed, seed + 1)).toBeNull();
        const index = at % sealed.length;
        expect(openSealed(sealed.slice(0, index), seed)).toBeNull();
        expect(
          openSealed(
            sealed.map((byte, place) => (place === index ? byte ^ flip : byte)),
            seed,
          ),
        ).toBeNull();
      },
    );
    fc.assert(check, { numRuns: 2_000 });
  });
});
