import { hasBit } from '../bytes/bitmap.ts';
import { DictionaryCursor } from './dictionary-cursor.ts';
import type { DocumentColumns } from './document-pages.ts';
import { BlockContent, blocksOf, decodeBlock, skipCodes } from './posting-blocks.ts';
import type { StreamKind } from './record.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { TermPostings } from './term-postings.ts';

/** Bytes of a stream that a merge reads ahead: sixteen records. */
const READ_AHEAD = 262_144;

/** Reads one stream of a segment from its beginning to its end. */
class StreamWindow {
  readonly #segment: SegmentReader;
  readonly #kind: StreamKind;
  readonly #length: number;
  #start = 0;
  #bytes = new Uint8Array(0) as Uint8Array;

  constructor(segment: SegmentReader, kind: StreamKind, length: number) {
    this.#segment = segment;
    this.#kind = kind;
    this.#length = length;
  }

  /** Makes bytes `start` to `end` readable by `view`. */
  async load(start: number, end: number): Promise<void> {
    if (start >= this.#start && end <= this.#start + this.#bytes.length) return;
    const loadedEnd = Math.min(this.#length, Math.max(end, start + READ_AHEAD));
    this.#bytes = await this.#segment.readStream(this.#kind, start, loadedEnd);
    this.#start = start;
  }

  has(start: number, end: number): boolean {
    return start >= this.#start && end <= this.#start + this.#bytes.length;
  }

  view(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start - this.#start, end - this.#start);
  }
}

/** One segment on its way into a merged one: its terms in order, their lists with the documents' new numbers. */
export class MergeSource {
  readonly #segment: SegmentReader;
  /** By document its number in the merged segment, or -1. */
  readonly #numbers: Int32Array;
  readonly #postings: StreamWindow;
  readonly #positions: StreamWindow;
  readonly #content = new BlockContent();
  #nextRecord = 0;
  #cursor: DictionaryCursor | null = null;
  /** The term it stands at, or null at the end; a view that holds until `advance`. */
  term: Uint8Array | null = null;

  constructor(segment: SegmentReader, numbers: Int32Array) {
    this.#segment = segment;
    this.#numbers = numbers;
    this.#postings = new StreamWindow(segment, 'postings', segment.header.postingBytes);
    this.#positions = new StreamWindow(segment, 'positions', segment.header.positionBytes);
  }

  /** Steps to the next term; a promise only where records must be read. */
  advance(): Promise<void> | undefined {
    if (this.#cursor?.next() !== true) return this.#nextDictionaryRecord();
    this.term = this.#cursor.term;
    return undefined;
  }

  /** Makes the list of the term readable by `appendTo`; a promise only where records must be read. */
  load(): Promise<unknown> | undefined {
    const { start, end, positionStart, positionEnd } = (this.#cursor as DictionaryCursor).place;
    if (this.#postings.has(start, end) && this.#positions.has(positionStart, positionEnd)) return undefined;
    return Promise.all([this.#postings.load(start, end), this.#positions.load(positionStart, positionEnd)]);
  }

  /** Appends the list of the term, without deleted documents, to `postings`. */
  appendTo(postings: TermPostings): void {
    const { place } = this.#cursor as DictionaryCursor;
    const bytes = this.#postings.view(place.start, place.end);
    const positions = this.#positions.view(place.positionStart, place.positionEnd);
    const { docs, counts, weights } = this.#content;
    let at = 0;
    for (const block of blocksOf(bytes, 0, place, this.#numbers.length)) {
      decodeBlock(bytes, block, this.#content);
      for (let index = 0; index < block.length; index += 1) {
        const count = counts[index] as number;
        const end = skipCodes(positions, at, count);
        const number = this.#numbers[docs[index] as number] as number;
        if (number >= 0) {
          postings.positions.append(positions, at, end);
          postings.push(number, count, (weights[index] as number) - count);
        }
        at = end;
      }
    }
  }

  async #nextDictionaryRecord(): Promise<void> {
    this.term = null;
    if (this.#nextRecord === this.#segment.header.firstTerms.length) return;
    this.#cursor = new DictionaryCursor(await this.#segment.readRecord('dictionary', this.#nextRecord));
    this.#nextRecord += 1;
    await this.advance();
  }
}

/** The documents of several segments as they will be in the merged one. */
export interface MergedDocuments {
  readonly columns: DocumentColumns;
  /** For each segment, by document the new number, or -1 for a deleted one. */
  readonly numbers: readonly Int32Array[];
  /** Whether documents of different segments alternate, so that lists cannot simply follow each other. */
  readonly alternate: boolean;
}

/** Numbers the live documents of `segments`, whose pages are loaded, by ascending key; no key may be live in two. */
export function numberDocuments(segments: readonly SegmentReader[]): MergedDocuments {
  const live = segments.flatMap(({ live: set, columns }, source) =>
    Array.from(columns.keys, (key, doc) => ({ key, source, doc })).filter(({ doc }) => hasBit(set, doc)),
  );
  live.sort((one, other) => one.key - other.key);
  const keys = Float64Array.from(live, ({ key }) => key);
  const lengths = Uint16Array.from(live, ({ source, doc }) => segments[source]?.columns.lengths[doc] ?? 0);
  const numbers = segments.map(({ header }) => new Int32Array(header.documents).fill(-1));
  live.forEach(({ source, doc }, number) => {
    (numbers[source] as Int32Array)[doc] = number;
  });
  const alternate = live.some(({ source }, number) => source < (live[number - 1]?.source ?? 0));
  return { columns: { keys, lengths }, numbers, alternate };
}
