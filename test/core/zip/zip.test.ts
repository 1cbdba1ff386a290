import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { joinBytes } from '../../../core/join-bytes.ts';
import { parseDirectoryEnd, parseDirectoryRecord } from '../../../core/zip/parse-zip.ts';
import { isSafeName } from '../../../core/zip/safe-name.ts';
import { directoryEnd, directoryRecord, dosTime } from '../../../core/zip/zip-headers.ts';
import { type PackedFile, PiecewiseFile, packFile, writeZip } from '../../../core/zip/zip-writer.ts';
import { ZipReader } from '../../../services/transfer/zip-reader.ts';

const AT = Date.UTC(2026, 10, 23, 12, 30, 58);

async function* packed(
  files: readonly (readonly [string, Uint8Array])[],
  isStored = false,
): AsyncGenerator<PackedFile> {
  for (const [name, bytes] of files) yield packFile(name, bytes, isStored);
}

async function zipOf(files: AsyncIterable<PackedFile>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(files, AT)) pieces.push(piece);
  return joinBytes(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}

describe('a zip', () => {
  test('gives back its files to another library and to our reader, whatever they hold', async () => {
    const files = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6})?$/), fc.uint8Array({ maxLength: 300 })),
      {
        selector: ([name]) => name,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(files, async (written) => {
        const zip = await zipOf(packed(written));
        expect(Object.entries(unzipSync(zip))).toEqual(expect.arrayContaining(written.map((file) => [...file])));
        const reader = await ZipReader.open(new Blob([zip]));
        expect([...(reader?.directory.names() ?? [])]).toEqual(written.map(([name]) => name));
        for (const [name, bytes] of written) expect(await reader?.read(name, 1_000)).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  test('with more files than the old format counts is read whole', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const names = Array.from({ length: 66_000 }, (_, index) => `f${index}`);
    const all = names.map((name) => [name, bytes] as const);
    const zip = await zipOf(packed(all, true));
    expect(Object.keys(unzipSync(zip))).toHaveLength(66_000);
    const reader = await ZipReader.open(new Blob([zip]));
    expect(await reader?.read('f65999', 10)).toEqual(bytes);
  });

  test('takes a file that comes in pieces as if it came whole', async () => {
    const spool: Uint8Array[] = [];
    const file = new PiecewiseFile((piece) => spool.push(piece));
    const text = new TextEncoder().encode('one two three '.repeat(5_000));
    for (let at = 0; at < text.length; at += 9_999) file.push(text.subarray(at, at + 9_999));
    const entry = file.end('a.txt');
    async function* one(): AsyncGenerator<PackedFile> {
      yield { entry, data: each(spool) };
    }
    const reader = await ZipReader.open(new Blob([await zipOf(one())]));
    const read: Uint8Array[] = [];
    for await (const piece of reader?.pieces('a.txt') ?? []) read.push(piece);
    expect(joinBytes(read, entry.size)).toEqual(text);
  });

  test.each([0, 1, 0xfffffffe, 0xffffffff, 0x100000000, 2 ** 43])(
    'says where %i is, with zip64 where it must',
    (number) => {
      const entry = { name: 'a', method: 0, crc: 7, size: number, packedSize: number };
      const record = directoryRecord(entry, dosTime(AT), number);
      expect(parseDirectoryRecord(record, 0)).toEqual({
        ...entry,
        offset: number,
        isEncrypted: false,
        length: record.length,
      });
      const end = directoryEnd(number % 100_000, number, number);
      expect(parseDirectoryEnd(end, number * 2)).toEqual({ count: number % 100_000, size: number, offset: number });
    },
  );

  test('has no file that a system could take for another place', () => {
    expect(['a', 'a/b.md', 'a-b_c/d.e'].every(isSafeName)).toBe(true);
    expect(
      ['', '/', 'a/', '..', 'a/..', './a', 'a//b', 'C:a', 'a\\b', 'a\u0000', 'a'.repeat(1_001)].some(isSafeName),
    ).toBe(false);
  });
});

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
