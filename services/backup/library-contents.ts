import type {
  ArticleRecord,
  BinRecord,
  Holding,
  RedirectRecord,
  SavedSearchRecord,
} from '../../core/library/records.ts';
import { readEach } from '../../storage/read-articles.ts';
import { readHoldings } from '../../storage/read-holdings.ts';
import { readSearches } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';

/** What backups and exports read of the library, a few articles at a time, so that memory does not grow with it. */

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
export function holdingsOf(store: Store, slugs: readonly string[]): AsyncGenerator<Holding> {
  return inBatches(slugs, (batch) => readHoldings(store, batch));
}

/** These of the bin, in their order, without those that are no longer there. */
export function binnedOf(store: Store, slugs: readonly string[]): AsyncGenerator<BinRecord> {
  return inBatches(slugs, (batch) => readEach(store, 'bin', batch));
}

/** The records of these articles without their bodies, in their order, without those that are no longer there. */
export function lightRecords(store: Store, slugs: readonly string[]): AsyncGenerator<ArticleRecord> {
  return inBatches(slugs, (batch) => readEach(store, 'articles', batch));
}

/** What `read` finds of each slug, a few at a time. */
async function* inBatches<T>(
  slugs: readonly string[],
  read: (batch: readonly string[]) => Promise<readonly (T | null | undefined)[]>,
): AsyncGenerator<T> {
  for (let from = 0; from < slugs.length; from += BATCH) {
    const found = await read(slugs.slice(from, from + BATCH));
    yield* found.filter((one) => one !== null && one !== undefined);
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
