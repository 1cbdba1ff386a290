import { addBit, type Bitmap, emptyBitmap, hasBit } from '../bytes/bitmap.ts';
import { codeAt, codeLength } from '../bytes/byte-reader.ts';
import { ONE_BYTE } from '../bytes/byte-writer.ts';
import { BlockContent, decodeBlock, type PostingBlock, skipCodes } from '../segment/posting-blocks.ts';
import { Hits } from './hits.ts';

/** A block of a list with the bytes it and its positions are in. */
export interface LoadedBlock {
  readonly bytes: Uint8Array;
  readonly block: PostingBlock;
  readonly positions: Uint8Array;
  /** Where in `positions` its own begin. */
  readonly positionsAt: number;
}

const content = new BlockContent();

/** Places where a phrase may begin: for each of `docs`, ascending, its part of `starts`, ascending. */
export class PhrasePlaces {
  /** The documents as a set. */
  readonly found: Bitmap;
  #docs = new Uint32Array(64);
  /** Where in `starts` those of each document end. */
  #ends = new Uint32Array(64);
  #starts = new Uint32Array(256);
  #docCount = 0;
  #startCount = 0;

  /** No places among `size` documents. */
  constructor(size: number) {
    this.found = emptyBitmap(size);
  }

  get isEmpty(): boolean {
    return this.#docCount === 0;
  }

  /** Every place in `candidates` of a unit with one list, less `offset`. */
  static read(blocks: readonly LoadedBlock[], offset: number, candidates: Bitmap, size: number): PhrasePlaces {
    const places = new PhrasePlaces(size);
    for (const { bytes, block, positions, positionsAt } of blocks) {
      decodeBlock(bytes, block, content);
      let at = positionsAt;
      for (let index = 0; index < block.length; index += 1) {
        const doc = content.docs[index] as number;
        const count = content.counts[index] as number;
        if (!hasBit(candidates, doc)) {
          at = skipCodes(positions, at, count);
          continue;
        }
        let position = -1 - offset;
        for (let left = count; left > 0; left -= 1) {
          const code = positions[at] as number;
          position += (code < ONE_BYTE ? code : codeAt(positions, at)) + 1;
          at += code < ONE_BYTE ? 1 : codeLength(code);
          if (position >= 0) places.#addStart(position);
        }
        places.#endDocument(doc);
      }
    }
    return places;
  }

  /** Those of the places behind which, `offset` words on, the unit stands whose blocks these are, list after list. */
  keep(blocks: readonly LoadedBlock[], offset: number, size: number): PhrasePlaces {
    const isKept = new Uint8Array(this.#startCount);
    const starts = this.#starts;
    let index = 0;
    let previous = -1;
    for (const { bytes, block, positions, positionsAt } of blocks) {
      decodeBlock(bytes, block, content);
      let at = positionsAt;
      for (let entry = 0; entry < block.length; entry += 1) {
        const doc = content.docs[entry] as number;
        const count = content.counts[entry] as number;
        if (!hasBit(this.found, doc)) {
          at = skipCodes(positions, at, count);
          continue;
        }
        if (doc < previous) index = 0; // Another list begins.
        previous = doc;
        while ((this.#docs[index] as number) < doc) index += 1;
        let start = index === 0 ? 0 : (this.#ends[index - 1] as number);
        const end = this.#ends[index] as number;
        let position = -1 - offset;
        for (let left = count; left > 0; left -= 1) {
          const code = positions[at] as number;
          position += (code < ONE_BYTE ? code : codeAt(positions, at)) + 1;
          at += code < ONE_BYTE ? 1 : codeLength(code);
          while (start < end && (starts[start] as number) < position) start += 1;
          if (start < end && starts[start] === position) isKept[start] = 1;
        }
      }
    }
    return this.#only(isKept, size);
  }

  /** The documents, weighted by the number of places. */
  hits(): Hits {
    const hits = new Hits(this.#docCount);
    for (let index = 0; index < this.#docCount; index += 1) {
      hits.docs[index] = this.#docs[index] as number;
      hits.weights[index] = (this.#ends[index] as number) - (index === 0 ? 0 : (this.#ends[index - 1] as number));
    }
    hits.length = this.#docCount;
    return hits;
  }

  #only(isKept: Uint8Array, size: number): PhrasePlaces {
    const kept = new PhrasePlaces(size);
    let at = 0;
    for (let index = 0; index < this.#docCount; index += 1) {
      for (const end = this.#ends[index] as number; at < end; at += 1) {
        if (isKept[at] === 1) kept.#addStart(this.#starts[at] as number);
      }
      kept.#endDocument(this.#docs[index] as number);
    }
    return kept;
  }

  #addStart(start: number): void {
    if (this.#startCount === this.#starts.length) this.#starts = twice(this.#starts);
    this.#starts[this.#startCount] = start;
    this.#startCount += 1;
  }

  /** Ends the places of `doc`; without any since the last document, it is not added. */
  #endDocument(doc: number): void {
    const index = this.#docCount;
    if (this.#startCount === (index === 0 ? 0 : (this.#ends[index - 1] as number))) return;
    if (index === this.#docs.length) {
      this.#docs = twice(this.#docs);
      this.#ends = twice(this.#ends);
    }
    this.#docs[index] = doc;
    this.#ends[index] = this.#startCount;
    this.#docCount = index + 1;
    addBit(this.found, doc);
  }
}

function twice(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
