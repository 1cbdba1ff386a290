import type { SavedSearchRecord } from '../core/library/records.ts';
import { fold } from '../core/query/fold.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { countSearchesWrite } from './second-copy/searches-copy.ts';
import { storageProblem } from './storage-problem.ts';
import type { SideTransaction, Store } from './store.ts';

/**
 * The searches a reader keeps, each under a name of its own. Names that differ only in case or accents are one name: a
 * reader could not tell the searches apart.
 */

/** How a change of a search ended; but for `done`, nothing was written. */
export type SearchOutcome = 'done' | 'name-taken' | 'absent';

/** All kept searches, the oldest first. Rejects with what IndexedDB threw. */
export async function readSearches(store: Store): Promise<readonly SavedSearchRecord[]> {
  const searches = await store.read((database) => database.getAll('searches'));
  return searches.sort((one, other) => one.createdAt - other.createdAt);
}

/** Keeps a search under a name that is free. */
export function saveSearch(store: Store, search: SavedSearchRecord): Promise<Result<SearchOutcome>> {
  return write(store, async (searches) => {
    if ((await holderOf(searches, search.name)) !== undefined) return 'name-taken';
    await searches.put(search);
    return 'done';
  });
}

/** Gives a search another name that is free, or its own in another spelling. */
export function renameSearch(store: Store, from: string, to: string): Promise<Result<SearchOutcome>> {
  return write(store, async (searches) => {
    const [search, holder] = await Promise.all([searches.get(from), holderOf(searches, to)]);
    if (search === undefined) return 'absent';
    if (holder !== undefined && holder !== from) return 'name-taken';
    await searches.delete(from);
    await searches.put({ ...search, name: to });
    return 'done';
  });
}

/** Lets go of a search; answers with it as it was, or null when there was none of the name. */
export function removeSearch(store: Store, name: string): Promise<Result<SavedSearchRecord | null>> {
  return write(store, async (searches) => {
    const search = await searches.get(name);
    await searches.delete(name);
    return search ?? null;
  });
}

/** Notes that the reader saw what a search finds among the articles up to the order `through`; never takes back a later look. */
export function lookAtSearch(store: Store, name: string, through: number): Promise<Result<SearchOutcome>> {
  return write(store, async (searches) => {
    const search = await searches.get(name);
    if (search === undefined) return 'absent';
    if (search.seenThrough < through) await searches.put({ ...search, seenThrough: through });
    return 'done';
  });
}

type Searches = ReturnType<typeof searchesOf>;
const searchesOf = (transaction: SideTransaction<['searches', 'library']>) => transaction.objectStore('searches');

function write<T>(store: Store, work: (searches: Searches) => Promise<T>): Promise<Result<T>> {
  return store
    .writeBeside(['searches', 'library'] as const, async (transaction) => {
      await countSearchesWrite(transaction);
      return work(searchesOf(transaction));
    })
    .then(succeed, (thrown: unknown) => fail(storageProblem(thrown)));
}

/** The name of the search that has `name`, in its spelling. */
async function holderOf(searches: Searches, name: string): Promise<string | undefined> {
  const wanted = fold(name);
  return (await searches.getAllKeys()).find((taken) => fold(taken) === wanted);
}
