import { ByteWriter } from '../bytes/byte-writer.ts';
import { sharedLength } from '../bytes/utf8.ts';
import type { ListPlace } from './posting-blocks.ts';
import { type IndexRecord, sealRecord } from './record.ts';

/**
 * The dictionary: every term in byte order with the place of its list. Terms stand in front-coded blocks of 64 (Witten,
 * Moffat and Bell, "Managing Gigabytes", 1999, §4.1), blocks in records of about 8 KB, so that a term is found with one
 * record read and some fifty terms decoded. As codes:
 *
 *     record   number of blocks, their lengths, the blocks
 *     block    where its first lists start in `postings` and `positions`, the terms
 *     term     bytes shared with the term before (0 at the start of a block), length of the rest, the rest,
 *              documents, length of its list in `postings`, in `positions` (lists of a block lie end to end)
 */
const BLOCK_TERMS = 64;
const RECORD_BYTES = 8_192;

export class DictionaryWriter {
  readonly #segment: number;
  readonly #emit: (record: IndexRecord) => void;
  readonly #block = new ByteWriter(2048);
  readonly #blocks = new ByteWriter(2 * RECORD_BYTES);
  #blockLengths: number[] = [];
  #termsInBlock = 0;
  #previous = new Uint8Array(0) as Uint8Array;
  /** The first term of each record. */
  readonly firstTerms: Uint8Array[] = [];
  terms = 0;

  constructor(segment: number, emit: (record: IndexRecord) => void) {
    this.#segment = segment;
    this.#emit = emit;
  }

  /** Adds a term above all before it. */
  add(term: Uint8Array, place: ListPlace): void {
    if (this.#termsInBlock === BLOCK_TERMS) this.#closeBlock();
    const block = this.#block;
    const isFirst = this.#termsInBlock === 0;
    if (isFirst) {
      if (this.#blockLengths.length === 0) this.firstTerms.push(term.slice());
      block.code(place.start);
      block.code(place.positionStart);
    }
    const shared = isFirst ? 0 : sharedLength(this.#previous, term);
    block.code(shared);
    block.code(term.length - shared);
    block.append(term, shared);
    block.code(place.documents);
    block.code(place.end - place.start);
    block.code(place.positionEnd - place.positionStart);
    this.#previous = term.slice();
    this.#termsInBlock += 1;
    this.terms += 1;
  }

  /** Emits what is left. */
  finish(): void {
    if (this.#termsInBlock > 0) this.#closeBlock();
    if (this.#blockLengths.length > 0) this.#closeRecord();
  }

  #closeBlock(): void {
    this.#blocks.append(this.#block.bytes, 0, this.#block.length);
    this.#blockLengths.push(this.#block.length);
    this.#block.length = 0;
    this.#termsInBlock = 0;
    if (this.#blocks.length >= RECORD_BYTES) this.#closeRecord();
  }

  #closeRecord(): void {
    const record = new ByteWriter(this.#blocks.length + 64);
    record.code(this.#blockLengths.length);
    for (const length of this.#blockLengths) record.code(length);
    record.append(this.#blocks.bytes, 0, this.#blocks.length);
    const key = { segment: this.#segment, kind: 'dictionary', number: this.firstTerms.length - 1 } as const;
    this.#emit(sealRecord(key, record.take()));
    this.#blocks.length = 0;
    this.#blockLengths = [];
  }
}
