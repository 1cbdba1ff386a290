import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { type IndexRecord, sealRecord } from './record.ts';

/**
 * What is kept of each document: its key and its length, in records of `PAGE` documents: one byte for the way the keys
 * are written, the gaps between them minus 1 (the first key of a page stands in the header) either as a code each or
 * as runs of equal gaps (code of the gap, code of how often), whichever is shorter, then the lengths as a code each.
 * Articles saved one after the other are one run, and their keys take next to nothing. Lengths are exact: with Lucene's
 * one byte (steps of 12.5 %), or even steps of 3.5 %, the ten best articles for a frequent word are not the ten best.
 */
export const PAGE = 8_192;

const EACH = 0;
const RUNS = 1;

/** Longer documents count as this long. */
export const MOST_WORDS = 65_535;

/** The documents of a segment, one entry each. */
export interface DocumentColumns {
  /** Whole numbers from 0 to 2⁵³ − 1, ascending, each less than 2³² above the one before. */
  readonly keys: Float64Array;
  /** In words, at most `MOST_WORDS`. */
  readonly lengths: Uint16Array;
}

/** The first key of each page. */
export function firstKeysOf(keys: Float64Array): readonly number[] {
  return Array.from({ length: Math.ceil(keys.length / PAGE) }, (_, page) => keys[page * PAGE] as number);
}

/** The records of `segment` that hold `columns`. */
export function documentRecords(segment: number, { keys, lengths }: DocumentColumns): readonly IndexRecord[] {
  return firstKeysOf(keys).map((_, number) => {
    const start = number * PAGE;
    const end = Math.min(start + PAGE, keys.length);
    const gaps = Array.from({ length: end - start - 1 }, (_, index) => {
      return (keys[start + index + 1] as number) - (keys[start + index] as number) - 1;
    });
    const [each, runs] = [writeGaps(gaps), writeRuns(gaps)];
    const writer = runs.length < each.length ? runs : each;
    for (let doc = start; doc < end; doc += 1) writer.code(lengths[doc] as number);
    return sealRecord({ segment, kind: 'documents', number }, writer.take());
  });
}

function writeGaps(gaps: readonly number[]): ByteWriter {
  const writer = new ByteWriter(2 * PAGE);
  writer.byte(EACH);
  for (const gap of gaps) writer.code(gap);
  return writer;
}

function writeRuns(gaps: readonly number[]): ByteWriter {
  const writer = new ByteWriter(2 * PAGE);
  writer.byte(RUNS);
  for (let at = 0; at < gaps.length; ) {
    const start = at;
    while (at < gaps.length && gaps[at] === gaps[start]) at += 1;
    writer.code(gaps[start] as number);
    writer.code(at - start);
  }
  return writer;
}

/** Fills the entries of page `number` in `columns` from its record. */
export function readPage(payload: Uint8Array, number: number, firstKey: number, columns: DocumentColumns): void {
  const { keys, lengths } = columns;
  const start = number * PAGE;
  const end = Math.min(start + PAGE, keys.length);
  const reader = new ByteReader(payload);
  const isRuns = reader.byte() === RUNS;
  keys[start] = firstKey;
  for (let doc = start + 1; doc < end; ) {
    const step = reader.code() + 1;
    for (let left = isRuns ? reader.code() : 1; left > 0; left -= 1, doc += 1) {
      keys[doc] = (keys[doc - 1] as number) + step;
    }
  }
  for (let doc = start; doc < end; doc += 1) lengths[doc] = reader.code();
}
