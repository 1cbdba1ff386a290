import { addBit, type Bitmap, bitsOf, countBits, difference, emptyBitmap, fullBitmap } from './bitmap.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/**
 * A set of documents as bytes, in whichever of three ways is shortest, as Roaring bitmaps choose their containers
 * (Lemire et al., "Roaring Bitmaps: Implementation of an Optimized Software Library", 2018): the gaps between the
 * documents, the gaps between those that are missing, or the plain bits. Layout: one byte for the way, then a count
 * code and gap codes, or the bits with the lowest document in the lowest bit of the first byte.
 */
const MEMBERS = 0;
const MISSING = 1;
const BITS = 2;

/** The bytes of a set over `size` documents. */
export function encodeBitmap(set: Bitmap, size: number): Uint8Array<ArrayBuffer> {
  const count = countBits(set);
  const isDense = count > size / 2;
  const writer = new ByteWriter();
  writer.byte(isDense ? MISSING : MEMBERS);
  writeGaps(isDense ? difference(fullBitmap(size), set) : set, writer);
  const bitBytes = 1 + ((size + 7) >>> 3);
  if (writer.length <= bitBytes) return writer.take();
  writer.length = 0;
  writer.byte(BITS);
  for (let at = 1; at < bitBytes; at += 1)
    writer.byte(((set[(at - 1) >>> 2] as number) >>> (((at - 1) & 3) << 3)) & 255);
  return writer.take();
}

function writeGaps(set: Bitmap, writer: ByteWriter): void {
  const docs = bitsOf(set);
  writer.code(docs.length);
  let previous = -1;
  for (const doc of docs) {
    writer.code(doc - previous - 1);
    previous = doc;
  }
}

/** The set over `size` documents that `encodeBitmap` wrote. */
export function decodeBitmap(bytes: Uint8Array, size: number): Bitmap {
  const reader = new ByteReader(bytes);
  const way = reader.byte();
  if (way === BITS) return readBits(reader, size);
  const listed = emptyBitmap(size);
  let doc = -1;
  for (let left = reader.code(); left > 0; left -= 1) {
    doc += reader.code() + 1;
    addBit(listed, doc);
  }
  return way === MEMBERS ? listed : difference(fullBitmap(size), listed);
}

function readBits(reader: ByteReader, size: number): Bitmap {
  const set = emptyBitmap(size);
  for (let at = 0; at < size; at += 8) {
    const word = at >>> 5;
    set[word] = (set[word] as number) | (reader.byte() << (at & 24));
  }
  return set;
}
