import type { SavedSearchRecord } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import { readNewest } from '../storage/read-articles.ts';
import {
  lookAtSearch,
  readSearches,
  removeSearch,
  renameSearch,
  type SearchOutcome,
  saveSearch,
} from '../storage/saved-searches.ts';
import type { Store } from '../storage/store.ts';

/** The searches a reader keeps, as a page uses them. */
export interface SavedSearches {
  /** All of them, the oldest first. Rejects when storage cannot be read. */
  list(): Promise<readonly SavedSearchRecord[]>;
  /** Keeps a search; all that it finds now counts as seen. */
  save(search: Pick<SavedSearchRecord, 'name' | 'query' | 'sort'>): Promise<Result<SearchOutcome>>;
  rename(from: string, to: string): Promise<Result<SearchOutcome>>;
  /** Lets go of a search and answers with it; null when there was none. */
  remove(name: string): Promise<Result<SavedSearchRecord | null>>;
  /** Takes back a search as it was when it was removed. */
  restore(search: SavedSearchRecord): Promise<Result<SearchOutcome>>;
  /** Notes that the reader looks at what a search finds now. Rejects when storage cannot be read. */
  look(name: string): Promise<Result<SearchOutcome>>;
}

/** The searches in `store`. */
export function createSavedSearches(store: Store, now: () => number): SavedSearches {
  return {
    list: () => readSearches(store),
    async save(search) {
      return saveSearch(store, { ...search, createdAt: now(), seenThrough: await highestOrder(store) });
    },
    rename: (from, to) => renameSearch(store, from, to),
    remove: (name) => removeSearch(store, name),
    restore: (search) => saveSearch(store, search),
    async look(name) {
      return lookAtSearch(store, name, await highestOrder(store));
    },
  };
}

/** The order of the newest article; 0 in an empty library, below every order there is. */
async function highestOrder(store: Store): Promise<number> {
  const [newest] = await readNewest(store, 1);
  return newest?.order ?? 0;
}
