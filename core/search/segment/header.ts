import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { sharedLength } from '../bytes/utf8.ts';

/**
 * What a reader must know of a segment before its first query, about 15 bytes for each dictionary record: 3 KB for
 * 175,000 terms. As codes: version, the counts, then the first term of each dictionary record (front-coded: bytes
 * shared with the term before, length of the rest, the rest), the first key of each `documents` record, and the stored
 * short prefixes in byte order (length, bytes, documents, encoded length).
 */
const VERSION = 1;

/** A prefix of one or two letters whose set of documents is stored. */
export interface StoredPrefix {
  readonly prefix: Uint8Array;
  readonly documents: number;
  /** Where its encoded bitmap lies in the stream `prefixes`. */
  readonly start: number;
  readonly end: number;
}

export interface SegmentHeader {
  readonly documents: number;
  /** Words of all documents. */
  readonly words: number;
  readonly terms: number;
  readonly postingBytes: number;
  readonly positionBytes: number;
  /** The first term of each dictionary record. */
  readonly firstTerms: readonly Uint8Array[];
  /** The first key of each `documents` record. */
  readonly firstKeys: readonly number[];
  readonly lastKey: number;
  readonly prefixes: readonly StoredPrefix[];
}

/** The header as bytes. */
export function encodeHeader(header: SegmentHeader): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.code(VERSION);
  for (const count of [header.documents, header.terms, header.postingBytes, header.positionBytes]) writer.code(count);
  writer.wideCode(header.words);
  writer.code(header.firstTerms.length);
  let previous = new Uint8Array(0) as Uint8Array;
  for (const term of header.firstTerms) {
    const shared = sharedLength(previous, term);
    writer.code(shared);
    writer.code(term.length - shared);
    writer.append(term, shared);
    previous = term;
  }
  writer.code(header.firstKeys.length);
  for (const key of header.firstKeys) writer.wideCode(key);
  writer.wideCode(header.lastKey);
  writer.code(header.prefixes.length);
  for (const { prefix, documents, start, end } of header.prefixes) {
    writer.code(prefix.length);
    writer.append(prefix);
    writer.code(documents);
    writer.code(end - start);
  }
  return writer.take();
}

/** The header that `encodeHeader` wrote, or null when another version of this program did. */
export function decodeHeader(bytes: Uint8Array): SegmentHeader | null {
  const reader = new ByteReader(bytes);
  if (reader.code() !== VERSION) return null;
  return {
    documents: reader.code(),
    terms: reader.code(),
    postingBytes: reader.code(),
    positionBytes: reader.code(),
    words: reader.wideCode(),
    firstTerms: readFirstTerms(reader),
    firstKeys: Array.from({ length: reader.code() }, () => reader.wideCode()),
    lastKey: reader.wideCode(),
    prefixes: readPrefixes(reader),
  };
}

function readFirstTerms(reader: ByteReader): readonly Uint8Array[] {
  let previous = new Uint8Array(0) as Uint8Array;
  return Array.from({ length: reader.code() }, () => {
    const shared = reader.code();
    const rest = reader.take(reader.code());
    const term = new Uint8Array(shared + rest.length);
    term.set(previous.subarray(0, shared));
    term.set(rest, shared);
    previous = term;
    return term;
  });
}

function readPrefixes(reader: ByteReader): readonly StoredPrefix[] {
  let start = 0;
  return Array.from({ length: reader.code() }, () => {
    const prefix = reader.take(reader.code());
    const documents = reader.code();
    const end = start + reader.code();
    const stored = { prefix, documents, start, end };
    start = end;
    return stored;
  });
}
