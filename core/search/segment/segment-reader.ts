import { type Bitmap, difference, fullBitmap, hasAnyBit } from '../bytes/bitmap.ts';
import { decodeBitmap } from '../bytes/bitmap-code.ts';
import { compareBytes, decodeUtf8, startsWith } from '../bytes/utf8.ts';
import { DictionaryCursor } from './dictionary-cursor.ts';
import { type DocumentColumns, PAGE, readPage } from './document-pages.ts';
import { decodeHeader, type SegmentHeader, type StoredPrefix } from './header.ts';
import type { ListPlace } from './posting-blocks.ts';
import { DamagedRecord, type RecordKey, type RecordKind, SLICE, type StreamKind } from './record.ts';
import type { RecordCache } from './record-cache.ts';

/** What the list of segments says of one: all that is needed to open it. */
export interface SegmentEntry {
  /** Never used again for another segment. */
  readonly id: number;
  readonly documents: number;
  /** How many of them are deleted; when not 0, the record `deletes` says which. */
  readonly deleted: number;
}

/** Reads one segment, record by record as needed. Every function may reject with `DamagedRecord`. */
export class SegmentReader {
  readonly entry: SegmentEntry;
  readonly header: SegmentHeader;
  /** The documents that are not deleted. */
  readonly live: Bitmap;
  /** The columns of the pages loaded so far. */
  readonly columns: DocumentColumns;
  readonly #cache: RecordCache;
  readonly #loadedPages = new Set<number>();
  readonly #prefixes: ReadonlyMap<string, StoredPrefix>;
  #sums: Uint32Array | null = null;
  #scores: Float64Array | null = null;

  private constructor(entry: SegmentEntry, header: SegmentHeader, live: Bitmap, cache: RecordCache) {
    this.entry = entry;
    this.header = header;
    this.live = live;
    this.#cache = cache;
    this.columns = { keys: new Float64Array(header.documents), lengths: new Uint16Array(header.documents) };
    this.#prefixes = new Map(header.prefixes.map((stored) => [decodeUtf8(stored.prefix), stored]));
  }

  static async open(entry: SegmentEntry, cache: RecordCache): Promise<SegmentReader> {
    const { id, documents, deleted } = entry;
    const headerKey: RecordKey = { segment: id, kind: 'header', number: 0 };
    const deletesKey: RecordKey = { segment: id, kind: 'deletes', number: 0 };
    const [headerBytes, deletes] = await cache.read(deleted > 0 ? [headerKey, deletesKey] : [headerKey]);
    const header = headerBytes === undefined ? null : decodeHeader(headerBytes);
    if (header === null || header.documents !== documents) throw new DamagedRecord(headerKey);
    const all = fullBitmap(documents);
    const live = deletes === undefined ? all : difference(all, decodeBitmap(deletes, documents));
    return new SegmentReader(entry, header, live, cache);
  }

  /** The documents with these keys, of those that the segment has. */
  async findDocuments(keys: readonly number[]): Promise<readonly number[]> {
    const { firstKeys, lastKey } = this.header;
    const pageOf = (key: number) => (key > lastKey ? -1 : firstKeys.findLastIndex((first) => first <= key));
    const wanted = keys.map((key) => ({ key, page: pageOf(key) })).filter(({ page }) => page >= 0);
    await this.loadPages([...new Set(wanted.map(({ page }) => page))]);
    const column = this.columns.keys;
    return wanted.flatMap(({ key, page }) => {
      const doc = indexIn(column, key, page * PAGE, Math.min(column.length, (page + 1) * PAGE));
      return column[doc] === key ? [doc] : [];
    });
  }

  /** The set of documents with a word that begins so, where it is stored. */
  storedPrefix(prefix: Uint8Array): StoredPrefix | null {
    return this.#prefixes.get(decodeUtf8(prefix)) ?? null;
  }

  async readStoredPrefix({ start, end }: StoredPrefix): Promise<Bitmap> {
    return decodeBitmap(await this.readStream('prefixes', start, end), this.header.documents);
  }

  /** The place of a term's list, or null when no document has the term. */
  async find(term: Uint8Array): Promise<ListPlace | null> {
    const number = lastAtMost(this.header.firstTerms, term);
    if (number < 0) return null;
    const cursor = new DictionaryCursor(await this.readRecord('dictionary', number));
    return cursor.seek(term) && compareBytes(cursor.term, term) === 0 ? cursor.place : null;
  }

  /** The places of the lists of all terms that begin with `prefix`, in the order of the terms. */
  async findPrefix(prefix: Uint8Array): Promise<readonly ListPlace[]> {
    const places: ListPlace[] = [];
    const numbers = this.dictionaryRecords(prefix);
    const records = await this.readRecords('dictionary', numbers);
    for (const record of records) {
      const cursor = new DictionaryCursor(record);
      for (let more = cursor.seek(prefix); more && startsWith(cursor.term, prefix); more = cursor.next()) {
        places.push(cursor.place);
      }
    }
    return places;
  }

  /** The numbers of the dictionary records that may hold terms beginning with `prefix`. */
  dictionaryRecords(prefix: Uint8Array): readonly number[] {
    const { firstTerms } = this.header;
    const numbers: number[] = [];
    for (let number = Math.max(0, lastAtMost(firstTerms, prefix)); number < firstTerms.length; number += 1) {
      const first = firstTerms[number] as Uint8Array;
      if (compareBytes(first, prefix) > 0 && !startsWith(first, prefix)) break;
      numbers.push(number);
    }
    return numbers;
  }

  /** Bytes `start` to `end` of a stream: a view of one record, or copied together from several. */
  async readStream(kind: StreamKind, start: number, end: number): Promise<Uint8Array> {
    if (start === end) return new Uint8Array(0);
    const first = Math.floor(start / SLICE);
    const last = Math.floor((end - 1) / SLICE);
    const records = await this.readRecords(kind, range(first, last + 1));
    const offset = start - first * SLICE;
    const [only] = records;
    if (records.length === 1 && only !== undefined) return only.subarray(offset, offset + end - start);
    const bytes = new Uint8Array(end - start);
    records.forEach((record, index) => {
      const from = index === 0 ? offset : 0;
      bytes.set(
        record.subarray(from, Math.min(record.length, end - (first + index) * SLICE)),
        index * SLICE - offset + from,
      );
    });
    return bytes;
  }

  /** Fills the columns of the pages that hold any of `docs`. */
  async loadDocuments(docs: Bitmap): Promise<void> {
    const { documents, firstKeys } = this.header;
    if (this.#loadedPages.size === firstKeys.length) return;
    const pages = range(0, firstKeys.length);
    await this.loadPages(
      pages.filter((page) => hasAnyBit(docs, page * PAGE, Math.min(documents, (page + 1) * PAGE) - 1)),
    );
  }

  async loadPages(pages: readonly number[] = range(0, this.header.firstKeys.length)): Promise<void> {
    const missing = pages.filter((page) => !this.#loadedPages.has(page));
    if (missing.length === 0) return;
    const payloads = await this.readRecords('documents', missing);
    missing.forEach((page, index) => {
      readPage(payloads[index] as Uint8Array, page, this.header.firstKeys[page] as number, this.columns);
      this.#loadedPages.add(page);
    });
  }

  /** A zero for each document, to count in; set back to zero before anything is awaited. */
  sums(): Uint32Array {
    this.#sums ??= new Uint32Array(this.header.documents);
    return this.#sums;
  }

  /** As `sums`, for fractions. */
  scores(): Float64Array {
    this.#scores ??= new Float64Array(this.header.documents);
    return this.#scores;
  }

  async readRecords(kind: RecordKind, numbers: readonly number[]): Promise<readonly Uint8Array[]> {
    return this.#cache.read(numbers.map((number) => ({ segment: this.entry.id, kind, number })));
  }

  async readRecord(kind: RecordKind, number: number): Promise<Uint8Array> {
    const [payload] = await this.readRecords(kind, [number]);
    return payload as Uint8Array;
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** The index of the last of ascending `terms` that is at most `term`, or -1. */
function lastAtMost(terms: readonly Uint8Array[], term: Uint8Array): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBytes(terms[middle] as Uint8Array, term) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index from `from` up to `to` where `value` stands in ascending `column`, or would. */
function indexIn(column: Float64Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
