import type { PendingRecord } from '../../core/library/records.ts';
import { fieldsOf } from '../../core/search/analysis/fields-of-record.ts';
import { packArticle } from '../../core/search/analysis/packed-document.ts';
import { flushPending } from '../../core/search/pending-articles.ts';
import { FLUSH_AT } from '../../core/search/segment/merge-policy.ts';
import type { SegmentEntry } from '../../core/search/segment/segment-reader.ts';
import { allocateSegment, readPending, replacePending, succeedEntries } from '../../storage/index-writes.ts';
import { readBodies, readByOrders } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { openSegments, storeRecords } from './index-segments.ts';
import type { Pause } from './index-turns.ts';

/** Articles written into one segment: their analysis is put together in one go. */
const BATCH = FLUSH_AT;

/**
 * Writes the articles that wait, or the first of them, into a segment. An article that changes meanwhile goes on
 * waiting. Where the analysis of some is damaged it is made anew, and the flush is left to the next time.
 */
export async function flushIndex(store: Store, entries: readonly SegmentEntry[], pause: Pause): Promise<void> {
  const batch = await readPending(store, BATCH);
  const segments = await openSegments(store, entries);
  const id = await allocateSegment(store);
  await pause();
  const pending = batch.map(({ order, document }) => ({ key: order, document }));
  const flush = await flushPending(segments, pending, id);
  if (flush.damagedKeys.length > 0) return analyseAgain(store, batch, flush.damagedKeys);
  await storeRecords(
    store,
    flush.records.filter(({ key }) => key.segment === id),
    pause,
  );
  const records = flush.records.filter(({ key }) => key.segment !== id);
  await pause();
  await succeedEntries(store, entries, { entries: flush.entries, records, flushed: batch });
}

async function analyseAgain(store: Store, batch: readonly PendingRecord[], orders: readonly number[]): Promise<void> {
  const found = (await readByOrders(store, orders)).filter((record) => record !== undefined);
  const bodies = await readBodies(
    store,
    found.map(({ slug }) => slug),
  );
  const made = new Map(found.map((record, index) => [record.order, packArticle(fieldsOf(record, bodies[index]))]));
  const damaged = batch.filter(({ order }) => orders.includes(order));
  await replacePending(
    store,
    damaged.map(({ order, sequence }) => ({ order, sequence, document: made.get(order) ?? null })),
  );
}
