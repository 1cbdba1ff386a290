import type { IndexRecord } from '../../core/search/segment/record.ts';
import { RecordCache } from '../../core/search/segment/record-cache.ts';
import { type SegmentEntry, SegmentReader } from '../../core/search/segment/segment-reader.ts';
import { recordSource } from '../../storage/index-store.ts';
import { putRecords } from '../../storage/index-writes.ts';
import type { Store } from '../../storage/store.ts';
import type { Pause } from './index-turns.ts';

/** Bytes of records kept while segments are written: what is read ahead, twice. */
const CACHE_BYTES = 4 * 1_048_576;

/** Bytes stored in one transaction, for which those who search may have to wait. */
const SLICE_BYTES = 262_144;

/** Opens segments as they are stored now; rejects with `DamagedRecord`. */
export function openSegments(store: Store, entries: readonly SegmentEntry[]): Promise<readonly SegmentReader[]> {
  const cache = new RecordCache(recordSource(store), CACHE_BYTES);
  return Promise.all(entries.map((entry) => SegmentReader.open(entry, cache)));
}

/** Stores records of a segment that is not listed yet as they are made, a slice at a time. */
export async function storeRecords(store: Store, records: Iterable<IndexRecord>, pause: Pause): Promise<void> {
  const writes = writeBehind(store);
  let slice: IndexRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    slice.push(record);
    bytes += record.bytes.length;
    if (bytes < SLICE_BYTES) continue;
    await pause();
    await writes.put(slice);
    slice = [];
    bytes = 0;
  }
  await writes.put(slice);
  await writes.done();
}

/** Writes that go on while the next records are made: each waits only for the one before it. */
export function writeBehind(store: Store) {
  let writing = Promise.resolve();
  return {
    async put(records: readonly IndexRecord[]): Promise<void> {
      await writing;
      writing = putRecords(store, records);
      writing.catch(() => {}); // The next `put`, or `done`, hears of it.
    },
    done: () => writing,
  };
}
