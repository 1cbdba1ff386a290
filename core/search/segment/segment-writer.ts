import { ByteWriter } from '../bytes/byte-writer.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import { type DocumentColumns, documentRecords, firstKeysOf } from './document-pages.ts';
import { encodePostings } from './encode-postings.ts';
import { encodeHeader } from './header.ts';
import { PrefixWriter } from './prefix-writer.ts';
import { type IndexRecord, sealRecord } from './record.ts';
import { StreamWriter } from './stream-writer.ts';
import type { TermPostings } from './term-postings.ts';

/**
 * Writes a segment from its documents and its terms in byte order, whether they come from articles or from other
 * segments. The same documents and terms always give the same bytes.
 */
export class SegmentWriter {
  readonly #segment: number;
  readonly #columns: DocumentColumns;
  #words = 0;
  #records: IndexRecord[] = [];
  /** Bytes of the records that `drain` would hand over. */
  pendingBytes = 0;
  readonly #dictionary: DictionaryWriter;
  readonly #postings: StreamWriter;
  readonly #positions: StreamWriter;
  readonly #prefixStream: StreamWriter;
  readonly #prefixes: PrefixWriter;
  readonly #list = new ByteWriter(65_536);
  readonly #scratch = new ByteWriter(65_536);

  constructor(segment: number, columns: DocumentColumns) {
    this.#segment = segment;
    this.#columns = columns;
    const emit = (record: IndexRecord) => this.#emit(record);
    this.#dictionary = new DictionaryWriter(segment, emit);
    this.#postings = new StreamWriter(segment, 'postings', emit);
    this.#positions = new StreamWriter(segment, 'positions', emit);
    this.#prefixStream = new StreamWriter(segment, 'prefixes', emit);
    this.#prefixes = new PrefixWriter(columns.keys.length, this.#prefixStream);
    for (const record of documentRecords(segment, columns)) emit(record);
  }

  /** Adds a term above all before it; without postings it is left out. */
  add(term: Uint8Array, postings: TermPostings): void {
    if (postings.length === 0) return;
    this.#list.length = 0;
    encodePostings(postings, this.#columns.keys.length, this.#list, this.#scratch);
    const start = this.#postings.length;
    const positionStart = this.#positions.length;
    this.#postings.append(this.#list.bytes, 0, this.#list.length);
    this.#positions.append(postings.positions.bytes, 0, postings.positions.length);
    const end = this.#postings.length;
    const positionEnd = this.#positions.length;
    this.#dictionary.add(term, { documents: postings.length, start, end, positionStart, positionEnd });
    this.#prefixes.add(term, postings, end - start);
    for (let at = 0; at < postings.length; at += 1) this.#words += postings.counts[at] as number;
  }

  /** The records finished since the last call, to be stored in any order. */
  drain(): readonly IndexRecord[] {
    const records = this.#records;
    this.#records = [];
    this.pendingBytes = 0;
    return records;
  }

  /** Finishes the segment: `drain` then has the last records, its header among them. */
  finish(): void {
    this.#prefixes.finish();
    for (const part of [this.#dictionary, this.#postings, this.#positions, this.#prefixStream]) part.finish();
    const { keys } = this.#columns;
    const header = encodeHeader({
      documents: keys.length,
      words: this.#words,
      terms: this.#dictionary.terms,
      postingBytes: this.#postings.length,
      positionBytes: this.#positions.length,
      firstTerms: this.#dictionary.firstTerms,
      firstKeys: firstKeysOf(keys),
      lastKey: keys[keys.length - 1] ?? 0,
      prefixes: this.#prefixes.stored,
    });
    this.#emit(sealRecord({ segment: this.#segment, kind: 'header', number: 0 }, header));
  }

  #emit(record: IndexRecord): void {
    this.#records.push(record);
    this.pendingBytes += record.bytes.length;
  }
}
