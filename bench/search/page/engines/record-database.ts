import { type IDBPCursorWithValue, openDB } from 'idb';
import {
  type IndexRecord,
  keyNumber,
  RECORD_KINDS,
  type RecordSource,
} from '../../../../core/search/segment/record.ts';
import type { SegmentEntry } from '../../../../core/search/segment/segment-reader.ts';

/** Index records in IndexedDB with nothing around them, to measure the index itself. */
export interface RecordDatabase extends RecordSource {
  put(records: readonly IndexRecord[]): Promise<void>;
  dropSegments(ids: readonly number[]): Promise<void>;
  readEntries(): Promise<readonly SegmentEntry[]>;
  writeEntries(entries: readonly SegmentEntry[]): Promise<void>;
  bytesByKind(): Promise<Readonly<Record<string, number>>>;
  close(): void;
}

export async function openRecords(name: string): Promise<RecordDatabase> {
  const database = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records');
      fresh.createObjectStore('state');
    },
  });
  return {
    async put(records) {
      const transaction = database.transaction('records', 'readwrite', { durability: 'relaxed' });
      for (const { key, bytes } of records) transaction.store.put(bytes, keyNumber(key));
      await transaction.done;
    },
    async dropSegments(ids) {
      const transaction = database.transaction('records', 'readwrite', { durability: 'relaxed' });
      for (const id of ids) transaction.store.delete(IDBKeyRange.bound(firstKey(id), firstKey(id + 1), false, true));
      await transaction.done;
    },
    readEntries: async () => ((await database.get('state', 'entries')) as SegmentEntry[] | undefined) ?? [],
    async writeEntries(entries) {
      await database.put('state', entries, 'entries');
    },
    async read(keys) {
      const { store } = database.transaction('records');
      return Promise.all(keys.map((key) => store.get(keyNumber(key)) as Promise<Uint8Array | undefined>));
    },
    bytesByKind: () => bytesByKind(database.transaction('records').store),
    close: () => database.close(),
  };
}

function firstKey(segment: number): number {
  return keyNumber({ segment, kind: 'header', number: 0 });
}

/** A store of index records. */
interface Records {
  openCursor(): Promise<Cursor | null>;
}

interface Cursor extends Pick<IDBPCursorWithValue, 'key' | 'value'> {
  continue(): Promise<Cursor | null>;
}

/** Bytes of all records by what they are; the kind is in the key (`keyNumber`). */
export async function bytesByKind(store: Records): Promise<Record<string, number>> {
  const bytes = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0]));
  let cursor = await store.openCursor();
  for (; cursor !== null; cursor = await cursor.continue()) {
    const kind = RECORD_KINDS[Math.floor(Number(cursor.key) / 16_777_216) % 8] as string;
    bytes[kind] = (bytes[kind] ?? 0) + (cursor.value as Uint8Array).length;
  }
  return bytes;
}
