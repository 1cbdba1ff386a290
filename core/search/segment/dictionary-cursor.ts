import { LONGEST_TERM } from '../analysis/term-table.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { compareBytes } from '../bytes/utf8.ts';
import type { ListPlace } from './posting-blocks.ts';

/** Walks the terms of one dictionary record (see `DictionaryWriter` for its layout) in ascending order. */
export class DictionaryCursor {
  readonly #reader: ByteReader;
  readonly #blockEnds: readonly number[];
  #block = -1;
  readonly #term = new Uint8Array(LONGEST_TERM);
  #termLength = 0;
  #place: ListPlace = { documents: 0, start: 0, end: 0, positionStart: 0, positionEnd: 0 };

  constructor(payload: Uint8Array) {
    const reader = new ByteReader(payload);
    const lengths = Array.from({ length: reader.code() }, () => reader.code());
    let end = reader.at;
    this.#blockEnds = lengths.map((length) => {
      end += length;
      return end;
    });
    this.#reader = reader;
  }

  /** The term the cursor stands at, as a view that holds until it moves. */
  get term(): Uint8Array {
    return this.#term.subarray(0, this.#termLength);
  }

  get place(): ListPlace {
    return this.#place;
  }

  /** Steps to the next term; false after the last. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.at === (this.#blockEnds[this.#block] ?? reader.at)) {
      if (this.#block + 1 === this.#blockEnds.length) return false;
      this.#enterBlock();
    }
    const shared = reader.code();
    const length = reader.code();
    for (let at = 0; at < length; at += 1) this.#term[shared + at] = reader.byte();
    this.#termLength = shared + length;
    const documents = reader.code();
    const { end: start, positionEnd: positionStart } = this.#place;
    const end = start + reader.code();
    this.#place = { documents, start, end, positionStart, positionEnd: positionStart + reader.code() };
    return true;
  }

  /** Steps to the first term at or above `wanted`; false when there is none. Only for a cursor that has not moved. */
  seek(wanted: Uint8Array): boolean {
    const start = this.#reader.at;
    let block = 0;
    let blockStart = start;
    for (let index = 1; index < this.#blockEnds.length; index += 1) {
      const candidate = this.#blockEnds[index - 1] as number;
      if (compareBytes(this.#firstTermAt(candidate), wanted) > 0) break;
      block = index;
      blockStart = candidate;
    }
    this.#reader.at = blockStart;
    this.#block = block - 1;
    this.#enterBlock();
    while (this.next()) if (compareBytes(this.term, wanted) >= 0) return true;
    return false;
  }

  #enterBlock(): void {
    this.#block += 1;
    const start = this.#reader.code();
    const positionStart = this.#reader.code();
    this.#place = { documents: 0, start, end: start, positionStart, positionEnd: positionStart };
  }

  #firstTermAt(blockStart: number): Uint8Array {
    const reader = new ByteReader(this.#reader.bytes, blockStart);
    reader.code();
    reader.code();
    reader.code();
    return reader.take(reader.code());
  }
}
