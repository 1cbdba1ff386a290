import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { type IndexRecord, sealRecord } from './record.ts';

/**
 * What is kept of each document: its key and its length, in records of `PAGE` documents: the codes of the gaps between
 * keys minus 1 (the first key of a page stands in the header), then one byte of length each.
 *
 * A length of n words is kept as round(20 · log₂(1 + n / 16)), at most 255: steps of 3.5 %, as fine as ranking can
 * tell. (Lucene's byte norms have steps of 12.5 %.)
 */
export const PAGE = 8_192;

/** The byte that stands for a length in words. */
export function lengthByte(words: number): number {
  return Math.min(255, Math.round(20 * Math.log2(1 + words / 16)));
}

/** For each length byte the words it stands for. */
export const WORDS_OF_LENGTH: Float64Array = Float64Array.from(
  { length: 256 },
  (_, byte) => 16 * (2 ** (byte / 20) - 1),
);

/** The documents of a segment, one entry each. */
export interface DocumentColumns {
  /** Whole numbers from 0 to 2⁵³ − 1, ascending, each less than 2³² above the one before. */
  readonly keys: Float64Array;
  /** As `lengthByte` makes them. */
  readonly lengths: Uint8Array;
}

/** The first key of each page. */
export function firstKeysOf(keys: Float64Array): readonly number[] {
  return Array.from({ length: Math.ceil(keys.length / PAGE) }, (_, page) => keys[page * PAGE] as number);
}

/** The records of `segment` that hold `columns`. */
export function documentRecords(segment: number, { keys, lengths }: DocumentColumns): readonly IndexRecord[] {
  const writer = new ByteWriter(3 * PAGE);
  return firstKeysOf(keys).map((first, number) => {
    const start = number * PAGE;
    const end = Math.min(start + PAGE, keys.length);
    let previous = first;
    for (let doc = start + 1; doc < end; doc += 1) {
      const key = keys[doc] as number;
      writer.code(key - previous - 1);
      previous = key;
    }
    writer.append(lengths, start, end);
    return sealRecord({ segment, kind: 'documents', number }, writer.take());
  });
}

/** Fills the entries of page `number` in `columns` from its record. */
export function readPage(payload: Uint8Array, number: number, firstKey: number, columns: DocumentColumns): void {
  const { keys, lengths } = columns;
  const start = number * PAGE;
  const end = Math.min(start + PAGE, keys.length);
  const reader = new ByteReader(payload);
  let key = firstKey;
  keys[start] = key;
  for (let doc = start + 1; doc < end; doc += 1) {
    key += reader.code() + 1;
    keys[doc] = key;
  }
  lengths.set(reader.take(end - start), start);
}
