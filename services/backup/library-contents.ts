import type { BinRecord, Holding, RedirectRecord, SavedSearchRecord } from '../../core/library/records.ts';
import { readHoldings } from '../../storage/read-holdings.ts';
import { readSearches } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';

/** What a backup reads of the library, a few articles at a time, so that memory does not grow with it. */

/** Articles read in one transaction. */
const BATCH = 50;

/** What there is to write, by name. */
export interface Inventory {
  /** Slugs of the articles, the newest save first. */
  readonly articles: readonly string[];
  /** Slugs in the bin. */
  readonly binned: readonly string[];
}

/** What no change record tells of, but for settings. */
export interface Beside {
  readonly searches: readonly SavedSearchRecord[];
  readonly redirects: readonly RedirectRecord[];
}

/** All articles there are, or those of `slugs` that are there. */
export async function takeInventory(store: Store, slugs: ReadonlySet<string> | null): Promise<Inventory> {
  const [byOrder, inBin] = await store.read((database) =>
    Promise.all([database.getAllKeysFromIndex('articles', 'by-order'), database.getAllKeys('bin')]),
  );
  const isWanted = (slug: string): boolean => slugs === null || slugs.has(slug);
  return { articles: byOrder.filter(isWanted).reverse(), binned: inBin.filter(isWanted) };
}

/** The holdings of these articles, in their order, without those that are no longer there. */
export async function* holdingsOf(store: Store, slugs: readonly string[]): AsyncGenerator<Holding> {
  for (let from = 0; from < slugs.length; from += BATCH) {
    const holdings = await readHoldings(store, slugs.slice(from, from + BATCH));
    yield* holdings.filter((holding) => holding !== null);
  }
}

/** These of the bin, in their order, without those that are no longer there. */
export async function* binnedOf(store: Store, slugs: readonly string[]): AsyncGenerator<BinRecord> {
  for (let from = 0; from < slugs.length; from += BATCH) {
    const batch = slugs.slice(from, from + BATCH);
    const binned = await store.read((database) => {
      const bin = database.transaction('bin').store;
      return Promise.all(batch.map((slug) => bin.get(slug)));
    });
    yield* binned.filter((record) => record !== undefined);
  }
}

/** The saved searches and the names that the site gave up. */
export async function readBeside(store: Store): Promise<Beside> {
  const [searches, redirects] = await Promise.all([
    readSearches(store),
    store.read((database) => database.getAll('redirects')),
  ]);
  return { searches, redirects };
}
