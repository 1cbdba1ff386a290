import { compareBytes } from '../bytes/utf8.ts';
import { MergeSource, numberDocuments } from './merge-sources.ts';
import type { IndexRecord } from './record.ts';
import type { SegmentEntry, SegmentReader } from './segment-reader.ts';
import { SegmentWriter } from './segment-writer.ts';
import { TermPostings } from './term-postings.ts';

/** Bytes of new records after which a merge hands them over and lets others have a turn. */
const SLICE_BYTES = 262_144;

/**
 * Merges `segments`, without their deleted documents, into a new one, a slice at a time: the caller stores the records
 * of each slice and may stop at any point by not asking for the next. No key may be live in two of the segments. The
 * result is the same, byte for byte, as if the articles had been written into one segment. Rejects with
 * `DamagedRecord`.
 */
export async function* mergeSegments(
  segments: readonly SegmentReader[],
  id: number,
): AsyncGenerator<readonly IndexRecord[], SegmentEntry, undefined> {
  await Promise.all(segments.map((segment) => segment.loadPages()));
  const ordered = [...segments].sort((one, other) => firstKey(one) - firstKey(other));
  const { columns, numbers, alternate } = numberDocuments(ordered);
  const sources = ordered.map((segment, index) => new MergeSource(segment, numbers[index] as Int32Array));
  const writer = new SegmentWriter(id, columns);
  const gathered = new TermPostings();
  const sorted = new TermPostings();
  await Promise.all(sources.map((source) => source.advance()));
  for (let least = leastTerm(sources); least !== null; least = leastTerm(sources)) {
    const term = least.slice();
    gathered.clear();
    for (const source of sources) {
      if (source.term === null || compareBytes(source.term, term) !== 0) continue;
      const loading = source.load();
      if (loading !== undefined) await loading;
      source.appendTo(gathered);
      const advancing = source.advance();
      if (advancing !== undefined) await advancing;
    }
    writer.add(term, alternate ? sortPostings(gathered, sorted) : gathered);
    if (writer.pendingBytes >= SLICE_BYTES) yield writer.drain();
  }
  writer.finish();
  yield writer.drain();
  return { id, documents: columns.keys.length, deleted: 0 };
}

function firstKey({ header }: SegmentReader): number {
  return header.firstKeys[0] ?? 0;
}

function leastTerm(sources: readonly MergeSource[]): Uint8Array | null {
  let least: Uint8Array | null = null;
  for (const { term } of sources) {
    if (term !== null && (least === null || compareBytes(term, least) < 0)) least = term;
  }
  return least;
}

/** `gathered` in ascending order of documents, in `sorted`. */
function sortPostings(gathered: TermPostings, sorted: TermPostings): TermPostings {
  sorted.clear();
  const { docs, counts, extras, positionEnds, positions } = gathered;
  const order = Uint32Array.from({ length: gathered.length }, (_, index) => index);
  order.sort((one, other) => (docs[one] as number) - (docs[other] as number));
  for (const at of order) {
    const start = at === 0 ? 0 : (positionEnds[at - 1] as number);
    sorted.positions.append(positions.bytes, start, positionEnds[at]);
    sorted.push(docs[at] as number, counts[at] as number, extras[at] as number);
  }
  return sorted;
}
