import { Deflate, deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { DEFLATED, STORED, type ZipEntry } from './zip-format.ts';
import { directoryEnd, directoryRecord, dosTime, localHeader } from './zip-headers.ts';

/** A file ready to be written into a zip: its headers' numbers, and its data as they say. */
export interface PackedFile {
  readonly entry: ZipEntry;
  readonly data: Uint8Array | AsyncIterable<Uint8Array>;
}

/** `bytes` as a file of a zip, deflated where that makes it smaller. */
export function packFile(name: string, bytes: Uint8Array, isStored = false): PackedFile {
  const crc = crc32(bytes);
  const deflated = isStored ? bytes : deflateSync(bytes);
  const isSmaller = deflated.length < bytes.length;
  const data = isSmaller ? deflated : bytes;
  const method = isSmaller ? DEFLATED : STORED;
  return { entry: { name, method, crc, size: bytes.length, packedSize: data.length }, data };
}

/** Deflates a file that comes in pieces; `write` is given what it becomes. */
export class PiecewiseFile {
  readonly #deflate: Deflate;
  #crc = 0;
  #size = 0;
  #packedSize = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#deflate = new Deflate({}, (bytes) => {
      this.#packedSize += bytes.length;
      if (bytes.length > 0) write(bytes);
    });
  }

  push(bytes: Uint8Array): void {
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    this.#deflate.push(bytes);
  }

  /** Ends the file; what the headers of `name` say of it. */
  end(name: string): ZipEntry {
    this.#deflate.push(new Uint8Array(0), true);
    return { name, method: DEFLATED, crc: this.#crc, size: this.#size, packedSize: this.#packedSize };
  }
}

/**
 * A zip of `files`, each taken when it is written, in pieces of any size; all are dated `at` (milliseconds since 1970). Beside
 * the piece at hand it keeps the directory: about 46 bytes and its name a file.
 */
export async function* writeZip(files: AsyncIterable<PackedFile>, at: number): AsyncGenerator<Uint8Array> {
  const changed = dosTime(at);
  const directory: Uint8Array[] = [];
  const page = new DirectoryPages(directory);
  let offset = 0;
  let count = 0;
  for await (const { entry, data } of files) {
    page.add(directoryRecord(entry, changed, offset));
    const header = localHeader(entry, changed);
    yield header;
    if (data instanceof Uint8Array) yield data;
    else yield* data;
    offset += header.length + entry.packedSize;
    count += 1;
  }
  page.end();
  yield* directory;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield directoryEnd(count, size, offset);
}

/** Gathers small records in large pages: 300,000 arrays of 100 bytes each would take three times the memory. */
class DirectoryPages {
  readonly #pages: Uint8Array[];
  #page = new Uint8Array(1 << 16);
  #filled = 0;

  constructor(pages: Uint8Array[]) {
    this.#pages = pages;
  }

  add(record: Uint8Array): void {
    if (this.#filled + record.length > this.#page.length) this.end();
    if (record.length > this.#page.length) {
      this.#pages.push(record);
      return;
    }
    this.#page.set(record, this.#filled);
    this.#filled += record.length;
  }

  end(): void {
    this.#pages.push(this.#page.subarray(0, this.#filled));
    this.#page = new Uint8Array(1 << 16);
    this.#filled = 0;
  }
}
