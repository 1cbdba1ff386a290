import type { Session } from './session.ts';

/**
 * Every record of one object store of the database `offprint` as plain JSON (bytes as `{ byteLength }`), or an empty list
 * when there is no such store yet. Never creates the database.
 */
export function readStore(session: Session, store: string): Promise<unknown[]> {
  return session.inExtension(readAll, 'offprint', store);
}

async function readAll(name: string, store: string): Promise<unknown[]> {
  const known = await indexedDB.databases();
  if (!known.some((database) => database.name === name)) return [];
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settle(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains(store)) return [];
    const records = await settle(database.transaction(store).objectStore(store).getAll());
    const plain = (_: string, value: unknown) =>
      value instanceof Uint8Array || value instanceof ArrayBuffer ? { byteLength: value.byteLength } : value;
    return JSON.parse(JSON.stringify(records, plain));
  } finally {
    database.close();
  }
}
