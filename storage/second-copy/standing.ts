import type { LibraryDatabase } from '../database.ts';
import { searchesRevision } from './searches-copy.ts';

/** What a database says of itself in a moment, to be compared with its second copy. */
export interface Standing {
  /** The library's id; null in a new database, and in one that is being brought back. */
  readonly id: string | null;
  /** The sequence number of the last change; 0 when there was none. */
  readonly last: number;
  readonly hasArticles: boolean;
  /** How often the saved searches were written. */
  readonly searches: number;
}

/** Reads how a database stands. */
export async function standingOf(database: LibraryDatabase): Promise<Standing> {
  const transaction = database.transaction(['library', 'changes', 'articles']);
  const library = transaction.objectStore('library');
  const [identity, last, some, searches] = await Promise.all([
    library.get('identity'),
    transaction.objectStore('changes').openKeyCursor(null, 'prev'),
    transaction.objectStore('articles').getAllKeys(null, 1),
    searchesRevision(library),
  ]);
  return { id: idOf(identity), last: last?.primaryKey ?? 0, hasArticles: some.length > 0, searches };
}

function idOf(identity: unknown): string | null {
  const id = typeof identity === 'object' && identity !== null && 'id' in identity ? identity.id : null;
  return typeof id === 'string' ? id : null;
}

/** Writes which library this is. */
export async function putIdentity(database: LibraryDatabase, id: string, createdAt: number): Promise<void> {
  const transaction = database.transaction('library', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put({ id, createdAt }, 'identity'), transaction.done]);
}

/** Takes the identity out of a database that is to be brought back. */
export async function dropIdentity(database: LibraryDatabase): Promise<void> {
  const transaction = database.transaction('library', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.delete('identity'), transaction.done]);
}

/** Has the log go on after `sequence`, so that no change gets a number that one had before: it keeps a change of that number. */
export async function raiseLog(database: LibraryDatabase, at: number, sequence: number): Promise<void> {
  const transaction = database.transaction('changes', 'readwrite', { durability: 'strict' });
  const last = await transaction.store.openKeyCursor(null, 'prev');
  const change = { kind: 'recover', slug: '', order: null, at } as const;
  if ((last?.primaryKey ?? 0) < sequence) await transaction.store.put(change, sequence);
  await transaction.done;
}
