import { Inflate, inflateSync } from 'fflate';
import type { ImportRefusal, RefusalReason } from '../../core/transfer/import-report.ts';
import { crc32 } from '../../core/zip/crc32.ts';
import {
  type DirectoryPlace,
  LONGEST_END,
  localHeaderLength,
  parseDirectoryEnd,
  parseDirectoryRecord,
} from '../../core/zip/parse-zip.ts';
import { type PlacedEntry, ZipDirectory } from '../../core/zip/zip-directory.ts';
import { LOCAL_HEADER_LENGTH, STORED } from '../../core/zip/zip-format.ts';
import { BlobWindow } from './blob-window.ts';

/** More files than ten times the largest library that is measured. */
const MOST_FILES = 3_000_000;
/** A zip that says it unpacks to more than this many times its size, beyond some room, is a bomb: text packs 3 to 10 times. */
const MOST_EXPANSION = 100;
const ROOM = 1 << 26;
/** The longest directory record is 46 bytes and three fields of 65,535; this many bytes of the directory are read at once. */
const DIRECTORY_STEP = 1 << 20;
const LONGEST_RECORD = 46 + 3 * 0xffff;
/** A local header with the name we know and, beyond that, extra fields that are seldom longer. */
const HEADER_ROOM = 256;
/** Packed bytes that are read at once and copied. */
const SMALL = 1 << 18;
/** Inflated at once: at most a thousand times as much comes out. */
const INFLATE_STEP = 1 << 13;

/** What reading a file of a zip throws when it is not what the directory says. */
export class ZipDamage extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, name: string) {
    super(`${name}: ${reason}`);
    this.reason = reason;
  }
}

/** A zip file whose directory was read whole and makes sense. */
export class ZipReader {
  readonly directory: ZipDirectory;
  /** Entries that cannot be read. */
  readonly refusals: readonly ImportRefusal[];
  readonly #blob: Blob;
  readonly #window: BlobWindow;

  private constructor(blob: Blob, directory: ZipDirectory, refusals: readonly ImportRefusal[]) {
    this.#blob = blob;
    this.#window = new BlobWindow(blob);
    this.directory = directory;
    this.refusals = refusals;
  }

  /** The zip that `blob` is; null when it is none, is encrypted, has overlapping files, or would unpack beyond all measure. */
  static async open(blob: Blob): Promise<ZipReader | null> {
    const tailAt = Math.max(0, blob.size - LONGEST_END);
    const tail = new Uint8Array(await blob.slice(tailAt).arrayBuffer());
    const place = parseDirectoryEnd(tail, tailAt);
    if (place === null || place.count > MOST_FILES) return null;
    const refusals: ImportRefusal[] = [];
    const directory = await readDirectory(new BlobWindow(blob), place, refusals);
    if (directory === null || directory.unpacked > blob.size * MOST_EXPANSION + ROOM) return null;
    return directory.settle(place.offset) ? new ZipReader(blob, directory, refusals) : null;
  }

  /** The bytes of a file, at most `most`; compared with its CRC-32. Throws `ZipDamage`. */
  async read(name: string, most: number): Promise<Uint8Array> {
    const entry = this.#entry(name);
    if (entry.size > most) throw new ZipDamage('too-large', name);
    const at = await this.#dataAt(entry, this.#window);
    const packed = await this.#window.read(at, at + entry.packedSize);
    const bytes = entry.method === STORED ? packed.slice() : inflated(packed, entry);
    if (bytes.length !== entry.size) throw new ZipDamage('wrong-size', name);
    if (crc32(bytes) !== entry.crc) throw new ZipDamage('wrong-hash', name);
    return bytes;
  }

  /** The bytes of a file in pieces of a few megabytes at most. Throws `ZipDamage`; what came before it is as it is. */
  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entry(name);
    // What is large has a window of its own: other files may be read between two pieces.
    const isSmall = entry.packedSize <= SMALL;
    const window = isSmall ? this.#window : new BlobWindow(this.#blob);
    const start = await this.#dataAt(entry, window);
    const packed = isSmall
      ? [(await window.read(start, start + entry.packedSize)).slice()]
      : steps(window, start, entry);
    let size = 0;
    let crc = 0;
    for await (const piece of unpacked(packed, entry)) {
      size += piece.length;
      if (size > entry.size) throw new ZipDamage('wrong-size', name);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size) throw new ZipDamage('wrong-size', name);
    if (crc !== entry.crc) throw new ZipDamage('wrong-hash', name);
  }

  #entry(name: string): PlacedEntry {
    const entry = this.directory.get(name);
    if (entry === null) throw new ZipDamage('missing-file', name);
    return entry;
  }

  async #dataAt(entry: PlacedEntry, window: BlobWindow): Promise<number> {
    const { offset, end, name, packedSize } = entry;
    const header = await window.read(offset, Math.min(end, offset + LOCAL_HEADER_LENGTH + name.length + HEADER_ROOM));
    const length = localHeaderLength(header, entry);
    if (length === null || offset + length + packedSize > end) throw new ZipDamage('wrong-size', name);
    return offset + length;
  }
}

async function readDirectory(
  window: BlobWindow,
  { count, offset, size }: DirectoryPlace,
  refusals: ImportRefusal[],
): Promise<ZipDirectory | null> {
  const directory = new ZipDirectory();
  const end = offset + size;
  let bytes: Uint8Array = new Uint8Array(0);
  let at = 0;
  let read = offset;
  for (let row = 0; row < count; row += 1) {
    if (bytes.length - at < LONGEST_RECORD && read < end) {
      const from = read - (bytes.length - at);
      read = Math.min(end, from + DIRECTORY_STEP);
      bytes = await window.read(from, read);
      at = 0;
    }
    const record = parseDirectoryRecord(bytes, at);
    if (record === null || record.isEncrypted) return null;
    const reason = directory.add(record);
    if (reason !== null) refusals.push({ where: record.name.slice(0, LONGEST_WHERE), reason });
    at += record.length;
  }
  return read - (bytes.length - at) === end ? directory : null;
}

/** A refused name may be anything; this much of it says which it was. */
const LONGEST_WHERE = 200;

/** The packed bytes of a file, a step at a time. */
async function* steps(window: BlobWindow, start: number, { packedSize }: PlacedEntry): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < packedSize; at += SMALL) {
    yield (await window.read(start + at, start + Math.min(at + SMALL, packedSize))).slice();
  }
}

async function* unpacked(
  packed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { method, packedSize, name }: PlacedEntry,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const inflate = new Inflate((piece) => out.push(piece));
  let left = packedSize;
  for await (const piece of packed) {
    for (let at = 0; at < piece.length; at += INFLATE_STEP) {
      const step = piece.subarray(at, at + INFLATE_STEP);
      left -= step.length;
      if (method === STORED) out.push(step);
      else pushInto(inflate, step, left === 0, name);
      yield* out.splice(0);
    }
  }
}

function pushInto(inflate: Inflate, piece: Uint8Array, isLast: boolean, name: string): void {
  try {
    inflate.push(piece, isLast);
  } catch {
    throw new ZipDamage('wrong-hash', name);
  }
}

/** One byte more than there should be has room, so that what is too long shows; more than that is never kept. */
function inflated(packed: Uint8Array, { size, name }: PlacedEntry): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    throw new ZipDamage('wrong-hash', name);
  }
}
