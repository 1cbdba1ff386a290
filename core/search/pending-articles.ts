import type { PackedDocument } from './analysis/packed-document.ts';
import { addBit, type Bitmap, countBits, difference, fullBitmap } from './bytes/bitmap.ts';
import { encodeBitmap } from './bytes/bitmap-code.ts';
import { type IndexRecord, keyNumber, type RecordSource, sealRecord } from './segment/record.ts';
import { RecordCache } from './segment/record-cache.ts';
import { SegmentBuilder } from './segment/segment-builder.ts';
import { type SegmentEntry, SegmentReader } from './segment/segment-reader.ts';

/**
 * What changed since the last flush: an article as it is now, or null for one that was removed. Whatever segments
 * have under the same key no longer counts. Of several changes to one key the last one counts.
 */
export interface PendingArticle {
  readonly key: number;
  readonly document: PackedDocument | null;
}

export interface BuiltSegment {
  /** Null when no article is left to be in it. */
  readonly entry: SegmentEntry | null;
  readonly records: readonly IndexRecord[];
  /** Keys of articles whose packed document is damaged; they must be analysed again. */
  readonly damagedKeys: readonly number[];
}

/** A segment of the pending articles. */
export function buildPending(pending: readonly PendingArticle[], id: number): BuiltSegment {
  const latest = new Map(pending.map(({ key, document }) => [key, document]));
  const builder = new SegmentBuilder();
  const damagedKeys: number[] = [];
  for (const key of [...latest.keys()].sort((one, other) => one - other)) {
    const document = latest.get(key) ?? null;
    if (document !== null && !builder.addPacked(key, document)) damagedKeys.push(key);
  }
  const { documents } = builder;
  if (documents === 0) return { entry: null, records: [], damagedKeys };
  return { entry: { id, documents, deleted: 0 }, records: [...builder.finish(id)], damagedKeys };
}

/** A reader over records in memory. */
export function readFromMemory(entry: SegmentEntry, records: readonly IndexRecord[]): Promise<SegmentReader> {
  const byKey = new Map(records.map(({ key, bytes }) => [keyNumber(key), bytes]));
  const source: RecordSource = { read: async (keys) => keys.map((key) => byKey.get(keyNumber(key))) };
  return SegmentReader.open(entry, new RecordCache(source, Number.POSITIVE_INFINITY));
}

export interface Flush {
  /** To be stored, in one transaction with the new list of segments. */
  readonly records: readonly IndexRecord[];
  /** The new list of segments. A segment that is no longer in it has nothing left: its records can go. */
  readonly entries: readonly SegmentEntry[];
  readonly damagedKeys: readonly number[];
}

/** Turns what is pending into a segment with the new `id`, and into deletes in the segments there are. */
export async function flushPending(
  segments: readonly SegmentReader[],
  pending: readonly PendingArticle[],
  id: number,
): Promise<Flush> {
  const keys = [...new Set(pending.map(({ key }) => key))];
  const kept = await Promise.all(segments.map((segment) => deleteFrom(segment, keys)));
  const { entry, records, damagedKeys } = buildPending(pending, id);
  return {
    records: [...kept.flatMap((part) => part.records), ...records],
    entries: [...kept.map((part) => part.entry), ...(entry === null ? [] : [entry])].filter(
      ({ documents, deleted }) => deleted < documents,
    ),
    damagedKeys,
  };
}

async function deleteFrom(
  segment: SegmentReader,
  keys: readonly number[],
): Promise<{ readonly entry: SegmentEntry; readonly records: readonly IndexRecord[] }> {
  const docs = await segment.findDocuments(keys);
  const { documents } = segment.header;
  const deleted: Bitmap = difference(fullBitmap(documents), segment.live);
  for (const doc of docs) addBit(deleted, doc);
  const entry = { ...segment.entry, deleted: countBits(deleted) };
  if (entry.deleted === segment.entry.deleted) return { entry, records: [] };
  const key = { segment: entry.id, kind: 'deletes', number: 0 } as const;
  return { entry, records: [sealRecord(key, encodeBitmap(deleted, documents))] };
}
