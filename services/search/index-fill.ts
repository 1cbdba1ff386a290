import type { ArticleRecord } from '../../core/library/records.ts';
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
  let missingAbove: number | null = above;
  while (missingAbove !== null && builder.documents < most && builder.words < MOST_WORDS) {
    const batch: readonly ArticleRecord[] = await readRecordsAbove(store, missingAbove, BATCH);
    const found = await indexedOf(batch, segments);
    const missing = batch.filter(({ order }) => !found.has(order) && !waiting.has(order));
    await addArticles(builder, store, missing, pause);
    missingAbove = batch.length < BATCH ? null : (batch.at(-1)?.order ?? null);
  }
  const added = await writeSegment(builder, store, pause);
  await succeedEntries(store, entries, { entries: [...entries, ...added], missingAbove });
  return missingAbove;
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

async function addArticles(
  builder: SegmentBuilder,
  store: Store,
  records: readonly ArticleRecord[],
  pause: Pause,
): Promise<void> {
  const slugs = records.map(({ slug }) => slug);
  const bodies = await readBodies(store, slugs);
  for (const [index, record] of records.entries()) {
    await pause();
    builder.addArticle(record.order, fieldsOf(record, bodies[index]));
  }
}

async function writeSegment(builder: SegmentBuilder, store: Store, pause: Pause): Promise<readonly SegmentEntry[]> {
  const { documents } = builder;
  if (documents === 0) return [];
  const id = await allocateSegment(store);
  await storeRecords(store, builder.finish(id), pause);
  return [{ id, documents, deleted: 0 }];
}
