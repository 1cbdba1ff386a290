import type { ExportContext, ExportedFile, FileContent, OtherFormat } from '../../core/formats/export-format.ts';
import { joinBytes } from '../../core/join-bytes.ts';
import type { Holding } from '../../core/library/records.ts';
import { type PackedFile, packFile, writeZip } from '../../core/zip/zip-writer.ts';

/** Text is encoded in pieces of about this many characters: formats hand over lines. */
const PIECE = 1 << 16;

/** The bytes of a file of `format`. */
export function formatPieces(
  format: OtherFormat,
  holdings: AsyncIterable<Holding>,
  context: ExportContext,
): AsyncIterable<Uint8Array> {
  if (format.kind === 'file') return encoded(format.write(holdings, context));
  return writeZip(packed(format.write(holdings, context)), context.at);
}

async function* packed(files: AsyncIterable<ExportedFile>): AsyncGenerator<PackedFile> {
  for await (const { name, content, isStored } of files) yield packFile(name, await bytesOf(content), isStored);
}

async function bytesOf(content: FileContent): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  if (typeof content === 'string') return new TextEncoder().encode(content);
  const pieces: Uint8Array[] = [];
  for await (const piece of encoded(content)) pieces.push(piece);
  return joinBytes(
    pieces,
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
}

async function* encoded(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (typeof piece === 'string' && text.length < PIECE) continue;
    if (text !== '') yield encoder.encode(text);
    text = '';
    if (typeof piece !== 'string') yield piece;
  }
  if (text !== '') yield encoder.encode(text);
}
