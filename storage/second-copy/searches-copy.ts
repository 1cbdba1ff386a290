import type { LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import type { SideTransaction } from '../store.ts';
import { SEARCHES_KEY } from './copy-keys.ts';
import type { SearchesCopy } from './copy-values.ts';

/**
 * The saved searches are no part of the change log. They have a number of their own, in the store `library`, that grows
 * with each write of them; the copy has the number it was made at.
 */

const REVISION = 'searches-revision';

/** Counts a write of the searches, in its transaction. */
export async function countSearchesWrite(transaction: SideTransaction<['searches', 'library']>): Promise<void> {
  const library = transaction.objectStore('library');
  await library.put(numberOf(await library.get(REVISION)) + 1, REVISION);
}

/** How often the searches were written, as `library` says it. */
export async function searchesRevision(library: { get(key: string): Promise<unknown> }): Promise<number> {
  return numberOf(await library.get(REVISION));
}

/** Copies all searches with their number. Rejects with what either store threw. */
export async function copySearches(database: LibraryDatabase, keyed: KeyedStore): Promise<void> {
  const transaction = database.transaction(['searches', 'library']);
  const [searches, revision] = await Promise.all([
    transaction.objectStore('searches').getAll(),
    searchesRevision(transaction.objectStore('library')),
  ]);
  const copy: SearchesCopy = { revision, searches };
  await keyed.set({ [SEARCHES_KEY]: copy });
}

/** Puts back what is lacking where the copy was made later than the database's searches, and copies them where they are later. */
export async function joinSearches(
  database: LibraryDatabase,
  keyed: KeyedStore,
  copy: SearchesCopy | null,
): Promise<void> {
  const revision = await searchesRevision(database.transaction('library').store);
  const copied = copy?.revision ?? 0;
  if (copy !== null && copied > revision) await restoreSearches(database, copy);
  if (copied !== revision || copy === null) await copySearches(database, keyed);
}

/** Puts back the searches that the database lacks, and takes over the copy's number where it is higher. */
async function restoreSearches(database: LibraryDatabase, copy: SearchesCopy): Promise<void> {
  const transaction = database.transaction(['searches', 'library'], 'readwrite', { durability: 'strict' });
  const [searches, library] = [transaction.objectStore('searches'), transaction.objectStore('library')];
  const [present, revision] = await Promise.all([searches.getAllKeys(), searchesRevision(library)]);
  const lacking = copy.searches.filter(({ name }) => !present.includes(name));
  await Promise.all(lacking.map((search) => searches.put(search)));
  await library.put(Math.max(revision, copy.revision), REVISION);
  await transaction.done;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
