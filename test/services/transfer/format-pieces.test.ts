import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ExportContext, ExportedFile } from '../../../core/formats/export-format.ts';
import { joinBytes } from '../../../core/join-bytes.ts';
import { formatPieces } from '../../../services/transfer/format-pieces.ts';
import { each } from '../../support/archive/archives.ts';

const CONTEXT: ExportContext = {
  at: 0,
  appVersion: '1',
  total: 0,
  queryText: null,
  locale: 'en',
  linkNames: false,
  records: () => each([]),
};
const NAMES = { extension: 'x', mediaType: 'text/plain' };

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joinBytes(
    all,
    all.reduce((sum, { length }) => sum + length, 0),
  );
}

describe('the bytes of a format', () => {
  test('are its pieces of text and bytes in order, a letter that comes in two halves too', async () => {
    const pieces = ['a', 'ü\uD83C', '\uDF89', new Uint8Array([1, 2]), '', 'z'.repeat(100_000), new Uint8Array([3])];
    const bytes = await bytesOf(
      formatPieces({ kind: 'file', ...NAMES, write: () => each<string | Uint8Array>(pieces) }, each([]), CONTEXT),
    );
    const text = (written: string) => [...new TextEncoder().encode(written)];
    expect([...bytes]).toEqual([...text('aü🎉'), 1, 2, ...text('z'.repeat(100_000)), 3]);
  });

  test('are a zip of its files, what must not be packed first and as it is', async () => {
    const files: ExportedFile[] = [
      { name: 'mimetype', content: 'application/epub+zip', isStored: true },
      { name: 'a/b.txt', content: each(['one ', new Uint8Array([50]), ' three '.repeat(100)]) },
      { name: 'c.bin', content: new Uint8Array([9]) },
    ];
    const zip = await bytesOf(formatPieces({ kind: 'folder', ...NAMES, write: () => each(files) }, each([]), CONTEXT));
    expect(new TextDecoder().decode(zip.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const read = unzipSync(zip);
    expect(Object.keys(read)).toEqual(['mimetype', 'a/b.txt', 'c.bin']);
    expect(new TextDecoder().decode(read['a/b.txt'])).toBe(`one 2${' three '.repeat(100)}`);
  });
});
