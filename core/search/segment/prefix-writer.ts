import { addAll, addBit, type Bitmap, countBits, emptyBitmap } from '../bytes/bitmap.ts';
import { encodeBitmap } from '../bytes/bitmap-code.ts';
import { compareBytes, letterEnd } from '../bytes/utf8.ts';
import type { StoredPrefix } from './header.ts';
import { SLICE } from './record.ts';
import type { StreamWriter } from './stream-writer.ts';
import type { TermPostings } from './term-postings.ts';

/**
 * One or two letters match nearly everything, and that is what a reader types first. The documents of such a prefix
 * are stored as a set wherever the lists of its terms are long, so that the answer and its exact count are one read.
 */
export class PrefixWriter {
  readonly #documents: number;
  readonly #stream: StreamWriter;
  readonly #one: OpenPrefix;
  readonly #two: OpenPrefix;
  readonly stored: StoredPrefix[] = [];

  constructor(documents: number, stream: StreamWriter) {
    this.#documents = documents;
    this.#stream = stream;
    this.#one = new OpenPrefix(1, documents);
    this.#two = new OpenPrefix(2, documents);
  }

  /** Takes notice of the next term, whose list has `byteLength` bytes. */
  add(term: Uint8Array, postings: TermPostings, byteLength: number): void {
    if (!this.#two.covers(term)) this.#closeTwo();
    if (!this.#one.covers(term)) this.#closeOne();
    this.#one.open(term);
    this.#two.open(term);
    this.#two.byteLength += byteLength;
    for (let at = 0; at < postings.length; at += 1) addBit(this.#two.set, postings.docs[at] as number);
  }

  finish(): void {
    this.#closeTwo();
    this.#closeOne();
  }

  #closeTwo(): void {
    addAll(this.#one.set, this.#two.set);
    this.#one.byteLength += this.#two.byteLength;
    this.#close(this.#two);
  }

  #closeOne(): void {
    this.#close(this.#one);
  }

  /** Stores the set when its lists take at least a record, and more than four times what the set does. */
  #close(prefix: OpenPrefix): void {
    const { bytes, set } = prefix;
    if (prefix.isComplete && prefix.byteLength > Math.max(SLICE, this.#documents / 2)) {
      const encoded = encodeBitmap(set, this.#documents);
      const start = this.#stream.length;
      this.#stream.append(encoded, 0, encoded.length);
      this.stored.push({ prefix: bytes, documents: countBits(set), start, end: this.#stream.length });
    }
    prefix.clear();
  }
}

/** The prefix of a given number of letters that the latest terms have in common. */
class OpenPrefix {
  readonly #letters: number;
  bytes = new Uint8Array(0) as Uint8Array;
  byteLength = 0;
  readonly set: Bitmap;

  constructor(letters: number, documents: number) {
    this.#letters = letters;
    this.set = emptyBitmap(documents);
  }

  /** Whether the prefix has all its letters: a term of one letter begins with no prefix of two. */
  get isComplete(): boolean {
    return this.bytes.length > 0 && letterEnd(this.bytes, this.#letters - 1) < this.bytes.length;
  }

  covers(term: Uint8Array): boolean {
    return this.bytes.length > 0 && compareBytes(term.subarray(0, letterEnd(term, this.#letters)), this.bytes) === 0;
  }

  open(term: Uint8Array): void {
    if (this.bytes.length === 0) this.bytes = term.slice(0, letterEnd(term, this.#letters));
  }

  clear(): void {
    this.bytes = new Uint8Array(0);
    this.byteLength = 0;
    this.set.fill(0);
  }
}
