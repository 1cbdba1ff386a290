import type { ArticleRecord, BodyRecord } from '../../core/library/records.ts';
import { fieldsOf } from '../../core/search/analysis/fields-of-record.ts';
import { hasBit } from '../../core/search/bytes/bitmap.ts';
import { SegmentBuilder } from '../../core/search/segment/segment-builder.ts';
import type { SegmentEntry, SegmentReader } from '../../core/search/segment/segment-reader.ts';
import { allocateSegment, readPendingOrders, succeedEntries } from '../../storage/index-writes.ts';
import { readBodies, readRecordsAbove } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { openSegments, storeRecords } from './index-segments.ts';
import type { Pause } from './index-turns.ts';

/** Articles looked at in one read. */
const BATCH = 200;

/**
 * Articles after which the first segment is written: soon, so that something can be found. Each later one may hold as
 * many as there are already, so that few segments are to be merged in the end.
 */
const FIRST_ARTICLES = 1_000;

/** Words after which a segment is written: some fifty megabytes of memory. */
const MOST_WORDS = 4_000_000;

/**
 * Goes on through the articles `above` an order, the oldest first, and writes the next segment of those that are in no
 * segment and do not wait. What is saved or changed meanwhile waits in `pending` by itself, so that one pass finds all.
 * Answers how far it came: an order, or null when nothing is missing any more.
 */
export async function fillIndex(
  store: Store,
  entries: readonly SegmentEntry[],
  above: number,
  pause: Pause,
): Promise<number | null> {
  const segments = await openSegments(store, entries);
  const waiting = new Set(await readPendingOrders(store));
  const builder = new SegmentBuilder();
  const most = Math.max(FIRST_ARTICLES, documentsIn(entries));
  const gather = (from: number): Promise<Batch> => {
    const gathering = readMissing(store, from, segments, waiting);
    gathering.catch(() => {}); // Whoever awaits it hears of it; after a stop nobody does.
    return gathering;
  };
  let batch = await gather(above);
  for (;;) {
    const isLast = batch.last === null || builder.documents + batch.missing.length >= most;
    // The database reads the next articles while these are analysed.
    const next = isLast || batch.last === null ? null : gather(batch.last);
    for (const { record, body } of batch.missing) {
      await pause();
      builder.addArticle(record.order, fieldsOf(record, body));
    }
    if (next === null || builder.words >= MOST_WORDS) break;
    batch = await next;
  }
  const added = await writeSegment(builder, store, pause);
  await succeedEntries(store, entries, { entries: [...entries, ...added], missingAbove: batch.last });
  return batch.last;
}

interface Batch {
  /** Those that are in no segment and do not wait, with their bodies, ascending. */
  readonly missing: readonly { readonly record: ArticleRecord; readonly body: BodyRecord | undefined }[];
  /** The order of the last article looked at; null when there are no more. */
  readonly last: number | null;
}

async function readMissing(
  store: Store,
  above: number,
  segments: readonly SegmentReader[],
  waiting: ReadonlySet<number>,
): Promise<Batch> {
  const records = await readRecordsAbove(store, above, BATCH);
  const found = await indexedOf(records, segments);
  const missing = records.filter(({ order }) => !found.has(order) && !waiting.has(order));
  const slugs = missing.map(({ slug }) => slug);
  const bodies = slugs.length === 0 ? [] : await readBodies(store, slugs);
  return {
    missing: missing.map((record, index) => ({ record, body: bodies[index] })),
    last: records.length < BATCH ? null : (records.at(-1)?.order ?? null),
  };
}

function documentsIn(entries: readonly SegmentEntry[]): number {
  return entries.reduce((sum, { documents }) => sum + documents, 0);
}

/** The orders of those of ascending `records` that are live in a segment. */
async function indexedOf(
  records: readonly ArticleRecord[],
  segments: readonly SegmentReader[],
): Promise<ReadonlySet<number>> {
  const orders = records.map(({ order }) => order);
  const found = new Set<number>();
  for (const segment of segments) {
    const docs = await segment.findDocuments(orders);
    for (const doc of docs) if (hasBit(segment.live, doc)) found.add(segment.columns.keys[doc] as number);
  }
  return found;
}

async function writeSegment(builder: SegmentBuilder, store: Store, pause: Pause): Promise<readonly SegmentEntry[]> {
  const { documents } = builder;
  if (documents === 0) return [];
  const id = await allocateSegment(store);
  await storeRecords(store, builder.finish(id), pause);
  return [{ id, documents, deleted: 0 }];
}
