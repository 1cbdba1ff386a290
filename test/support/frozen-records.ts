import type { IDBPDatabase } from 'idb';

/** A library as a released version left it: per object store its records, with their keys where those are not in them. */
export interface FrozenLibrary {
  readonly [store: string]: readonly object[];
}

/** Writes the records of `library` into a database that has their stores. */
export async function putFrozen(database: IDBPDatabase, library: FrozenLibrary): Promise<void> {
  const transaction = database.transaction(Array.from(database.objectStoreNames), 'readwrite');
  for (const [store, records] of Object.entries(withBytes(library))) {
    for (const record of records) {
      if (isKeyed(record)) await transaction.objectStore(store).put(record.value, record.key);
      else await transaction.objectStore(store).put(record);
    }
  }
  await transaction.done;
}

/** The fixture's value with its bytes as the typed arrays they were. */
export function withBytes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withBytes) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value) return typedArray(String(value.base64), 'type' in value ? String(value.type) : '') as T;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withBytes(inner)])) as T;
}

function typedArray(base64: string, type: string): ArrayBufferView {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (type === 'Uint32Array') return new Uint32Array(bytes.buffer);
  if (type === 'Uint16Array') return new Uint16Array(bytes.buffer);
  if (type === 'Float64Array') return new Float64Array(bytes.buffer);
  return bytes;
}

function isKeyed(record: object): record is { readonly key: IDBValidKey; readonly value: unknown } {
  return Object.keys(record).length === 2 && 'key' in record && 'value' in record;
}
