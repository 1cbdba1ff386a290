import type { DirectoryRecord } from './parse-zip.ts';
import { isSafeName } from './safe-name.ts';
import { DEFLATED, LOCAL_HEADER_LENGTH, STORED, type ZipEntry } from './zip-format.ts';

/** A file of a zip that may be read, and where it is. */
export interface PlacedEntry extends ZipEntry {
  /** Where its local header begins, and where the next thing in the zip does: it must end before that. */
  readonly offset: number;
  readonly end: number;
}

/** Why an entry of a directory is not to be read. */
export type EntryRefusal = 'unsafe-name' | 'twice' | 'wrong-size' | 'too-large';

/** The most that deflate can pack into a byte is a little below this (a run of 258 letters in two bits). */
const MOST_UNPACKED = 1_032;
const UNREADABLE = -1;

/**
 * The files of a zip by name, in columns: 300,000 of them take about 60 MB, objects would take four times that. A name
 * that comes twice names nothing, since programs differ in which they take.
 */
export class ZipDirectory {
  readonly #rows = new Map<string, number>();
  readonly #offsets: number[] = [];
  readonly #ends: number[] = [];
  readonly #sizes: number[] = [];
  readonly #packedSizes: number[] = [];
  readonly #crcs: number[] = [];
  readonly #methods: number[] = [];
  #unpacked = 0;

  /** The names, in the order of the directory. */
  names(): IterableIterator<string> {
    return this.#rows.keys();
  }

  /** Bytes of all files together, as they say. */
  get unpacked(): number {
    return this.#unpacked;
  }

  /** Takes in a record; why it cannot be read, or null. Folders are passed over. */
  add(record: DirectoryRecord): EntryRefusal | null {
    if (record.name.endsWith('/') && record.size === 0 && isSafeName(record.name.slice(0, -1))) return null;
    if (!isSafeName(record.name)) return 'unsafe-name';
    if (this.#rows.has(record.name)) {
      this.#rows.set(record.name, UNREADABLE);
      return 'twice';
    }
    if (!isPlausible(record)) {
      this.#rows.set(record.name, UNREADABLE);
      return 'wrong-size';
    }
    this.#rows.set(record.name, this.#offsets.length);
    this.#offsets.push(record.offset);
    this.#sizes.push(record.size);
    this.#packedSizes.push(record.packedSize);
    this.#crcs.push(record.crc);
    this.#methods.push(record.method);
    this.#unpacked += record.size;
    return null;
  }

  /** Finds where each file must end, in a zip whose directory begins at `directoryAt`; false when two files overlap. */
  settle(directoryAt: number): boolean {
    const rows = Array.from(this.#offsets, (_, row) => row);
    const offsets = this.#offsets;
    rows.sort((one, other) => (offsets[one] as number) - (offsets[other] as number));
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      const end = next === undefined ? directoryAt : (offsets[next] as number);
      if ((offsets[row] as number) + LOCAL_HEADER_LENGTH + (this.#packedSizes[row] as number) > end) return false;
      this.#ends[row] = end;
    }
    return true;
  }

  /** The file called `name`, or null. */
  get(name: string): PlacedEntry | null {
    const row = this.#rows.get(name);
    if (row === undefined || row === UNREADABLE) return null;
    return {
      name,
      offset: this.#offsets[row] as number,
      end: this.#ends[row] as number,
      size: this.#sizes[row] as number,
      packedSize: this.#packedSizes[row] as number,
      crc: this.#crcs[row] as number,
      method: this.#methods[row] as number,
    };
  }
}

function isPlausible({ method, size, packedSize, offset }: DirectoryRecord): boolean {
  if (![size, packedSize, offset].every(Number.isSafeInteger)) return false;
  if (method === STORED) return size === packedSize;
  return method === DEFLATED && size <= packedSize * MOST_UNPACKED;
}
