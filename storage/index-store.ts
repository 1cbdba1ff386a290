import type { IndexStateRecord, PendingRecord } from '../core/library/records.ts';
import { INDEX_VERSION, keyNumber, type RecordSource } from '../core/search/segment/record.ts';
import type { SegmentEntry } from '../core/search/segment/segment-reader.ts';
import type { Store } from './store.ts';

/** What those who search read of the index; `index-writes.ts` has what its one writer does. */

/** Articles in `pending` that a reader holds in memory; of more than these it reads the newest. */
const MOST_PENDING = 1024;

/** The records of the index: all that are asked for at once in one transaction. Rejects with what IndexedDB threw. */
export function recordSource(store: Store): RecordSource {
  return {
    read: (keys) =>
      store.read((database) => {
        const records = database.transaction('index-records').store;
        return Promise.all(keys.map((key) => records.get(keyNumber(key))));
      }),
  };
}

/** The index as one transaction saw it. */
export interface StoredIndex {
  readonly entries: readonly SegmentEntry[];
  /** Ascending. Where too many wait to be held in memory, the older ones are there without their documents. */
  readonly pending: readonly PendingRecord[];
  /** How many of `pending` are there without the document that is stored. */
  readonly unread: number;
  /** Whether every article is in a segment or in `pending`. */
  readonly isComplete: boolean;
  /** The sequence number of the last change that `pending` knows of. */
  readonly through: number;
}

/** The list of segments and what is pending, true together. */
export function readIndex(store: Store, mostPending = MOST_PENDING): Promise<StoredIndex> {
  return store.read(async (database) => {
    const transaction = database.transaction(['index-state', 'pending', 'changes']);
    const waiting = transaction.objectStore('pending');
    const [stored, orders, last] = await Promise.all([
      transaction.objectStore('index-state').get('state'),
      waiting.getAllKeys(),
      transaction.objectStore('changes').openKeyCursor(null, 'prev'),
    ]);
    const { entries, missingAbove } = stateOf(stored);
    const unread = Math.max(0, orders.length - mostPending);
    const first = orders[unread];
    const read = first === undefined ? [] : await waiting.getAll(IDBKeyRange.lowerBound(first));
    const pending = [...orders.slice(0, unread).map((order) => ({ order, sequence: 0, document: null })), ...read];
    return { entries, pending, unread, isComplete: missingAbove === null, through: last?.primaryKey ?? 0 };
  });
}

/** What is stored of the index's state; an empty index where that is nothing or another version's. */
export function stateOf(stored: IndexStateRecord | undefined): IndexStateRecord {
  const nextSegment = stored?.nextSegment ?? 1;
  if (stored?.version === INDEX_VERSION) return stored;
  return { version: INDEX_VERSION, nextSegment, entries: [], missingAbove: 0 };
}
