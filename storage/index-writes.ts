import type { IndexStateRecord, PendingRecord } from '../core/library/records.ts';
import { type IndexRecord, keyNumber, keyNumbersOf } from '../core/search/segment/record.ts';
import type { SegmentEntry } from '../core/search/segment/segment-reader.ts';
import { stateOf } from './index-store.ts';
import type { SideTransaction, Store } from './store.ts';

/**
 * How the index is written. New records lie beside the old ones and mean nothing until one transaction lists their
 * segment, so that it may end anywhere; every list that is written is the successor of the one its writer saw.
 * All functions reject with what IndexedDB threw.
 */

/** Records deleted in one transaction, for which those who search may have to wait. */
const MOST_SWEPT = 256;

type StateTransaction = SideTransaction<['index-state']>;

/** What the writer looks at to know what is to be done. */
export interface IndexState extends IndexStateRecord {
  /** Whether segments are stored that this version cannot read, or nothing was ever stored. */
  readonly isForeign: boolean;
  /** How many articles are in `pending`. */
  readonly waiting: number;
}

export function readIndexState(store: Store): Promise<IndexState> {
  return store.read(async (database) => {
    const transaction = database.transaction(['index-state', 'pending']);
    const [stored, waiting] = await Promise.all([
      transaction.objectStore('index-state').get('state'),
      transaction.objectStore('pending').count(),
    ]);
    const state = stateOf(stored);
    return { ...state, isForeign: state !== stored, waiting };
  });
}

/** Empties an index of another version with all that waits for it, or begins one where there was none. */
export async function resetIndex(store: Store): Promise<void> {
  await store.writeBeside(['index-state', 'index-records', 'pending'], async (transaction) => {
    const states = transaction.objectStore('index-state');
    const stored = await states.get('state');
    const state = stateOf(stored);
    if (state === stored) return;
    await transaction.objectStore('index-records').clear();
    if (stored !== undefined) await transaction.objectStore('pending').clear();
    await states.put(state, 'state');
  });
  store.announcements.announceIndex();
}

/** The id of a new segment, which no other segment has or will have, committed before it is answered. */
export function allocateSegment(store: Store): Promise<number> {
  return store.writeBeside(['index-state'], async (transaction) => {
    const state = await storedState(transaction);
    await transaction.objectStore('index-state').put({ ...state, nextSegment: state.nextSegment + 1 }, 'state');
    return state.nextSegment;
  });
}

/** Stores records of a segment that is not listed yet. */
export function putRecords(store: Store, records: readonly IndexRecord[]): Promise<void> {
  return store.writeBeside(
    ['index-records'],
    async (transaction) => {
      const stored = transaction.objectStore('index-records');
      await Promise.all(records.map(({ key, bytes }) => stored.put(bytes, keyNumber(key))));
    },
    'relaxed',
  );
}

/** A new list of segments, and what becomes true together with it. */
export interface Succession {
  readonly entries: readonly SegmentEntry[];
  /** Records of segments that are listed already: their deletes. */
  readonly records?: readonly IndexRecord[];
  /** What went from `pending` into the segments; a record that was put there anew since then stays. */
  readonly flushed?: readonly PendingRecord[];
  /** As in `IndexStateRecord`; left as it is where not given. */
  readonly missingAbove?: number | null;
}

/** Replaces the list of segments `seen`; false, and nothing written, when that is not the list any more. */
export async function succeedEntries(
  store: Store,
  seen: readonly SegmentEntry[],
  { entries, records = [], flushed = [], missingAbove }: Succession,
): Promise<boolean> {
  const done = await store.writeBeside(['index-state', 'index-records', 'pending'], async (transaction) => {
    const state = await storedState(transaction);
    if (!isSameList(state.entries, seen)) return false;
    const next = { ...state, entries, ...(missingAbove === undefined ? {} : { missingAbove }) };
    const pending = transaction.objectStore('pending');
    await Promise.all([
      transaction.objectStore('index-state').put(next, 'state'),
      ...records.map(({ key, bytes }) => transaction.objectStore('index-records').put(bytes, keyNumber(key))),
      ...flushed.map(async ({ order, sequence }) => {
        if ((await pending.get(order))?.sequence === sequence) await pending.delete(order);
      }),
    ]);
    return true;
  });
  if (done) store.announcements.announceIndex();
  return done;
}

/** Takes a damaged segment out of the list, for its articles to be indexed again; nothing when it is not listed. */
export async function dropSegment(store: Store, segment: number): Promise<void> {
  const dropped = await store.writeBeside(['index-state'], async (transaction) => {
    const state = await storedState(transaction);
    const entries = state.entries.filter(({ id }) => id !== segment);
    if (entries.length === state.entries.length) return false;
    await transaction.objectStore('index-state').put({ ...state, entries, missingAbove: 0 }, 'state');
    return true;
  });
  if (dropped) store.announcements.announceIndex();
}

/** Deletes the records of all segments that are not listed, some at a time. No segment may be in the making. */
export async function sweepRecords(store: Store): Promise<void> {
  const { entries } = await readIndexState(store);
  for (const gap of gapsBetween(entries.map(({ id }) => id))) {
    while (await sweepSome(store, gap));
  }
}

/** Deletes the first records in `gap`; whether there were any. */
function sweepSome(store: Store, gap: IDBKeyRange): Promise<boolean> {
  const sweep = async (transaction: SideTransaction<['index-records']>): Promise<boolean> => {
    const records = transaction.objectStore('index-records');
    const keys = await records.getAllKeys(gap, MOST_SWEPT);
    const [first] = keys;
    if (first === undefined) return false;
    await records.delete(IDBKeyRange.bound(first, keys.at(-1)));
    return true;
  };
  return store.writeBeside(['index-records'], sweep, 'relaxed');
}

/** Up to `limit` articles that wait, those with the lowest orders first. */
export function readPending(store: Store, limit: number): Promise<PendingRecord[]> {
  return store.read((database) => database.getAll('pending', null, limit));
}

/** The orders of all articles that wait. */
export function readPendingOrders(store: Store): Promise<number[]> {
  return store.read((database) => database.getAllKeys('pending'));
}

/** Puts each of `records` in the place of the one with its order and sequence number, where that still waits. */
export async function replacePending(store: Store, records: readonly PendingRecord[]): Promise<void> {
  await store.writeBeside(['pending'], async (transaction) => {
    const pending = transaction.objectStore('pending');
    await Promise.all(
      records.map(async (record) => {
        if ((await pending.get(record.order))?.sequence === record.sequence) await pending.put(record);
      }),
    );
  });
}

async function storedState(transaction: Pick<StateTransaction, 'objectStore'>): Promise<IndexStateRecord> {
  return stateOf(await transaction.objectStore('index-state').get('state'));
}

/** Whether both lists say the same: a segment's deletes only ever grow, so its number of them tells them apart. */
function isSameList(one: readonly SegmentEntry[], other: readonly SegmentEntry[]): boolean {
  const same = (entry: SegmentEntry, index: number) =>
    entry.id === other[index]?.id && entry.deleted === other[index].deleted;
  return one.length === other.length && one.every(same);
}

/** The key ranges before, between and after the records of these segments. */
function gapsBetween(segments: readonly number[]): IDBKeyRange[] {
  const kept = segments.toSorted((one, other) => one - other).map(keyNumbersOf);
  const starts = [0, ...kept.map(({ end }) => end)];
  return starts.flatMap((start, index) => {
    const next = kept[index];
    if (next === undefined) return IDBKeyRange.lowerBound(start);
    return start === next.first ? [] : IDBKeyRange.bound(start, next.first, false, true);
  });
}
