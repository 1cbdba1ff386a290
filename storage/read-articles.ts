import type { StoreValue } from 'idb';
import type { ArticleRecord, BodyRecord, OriginalRecord, SavedArticle } from '../core/library/records.ts';
import type { LibrarySchema } from './schema.ts';
import type { Store } from './store.ts';

/** How many records one batch of `readAll` holds: small enough that drawing goes on between two of them. */
const BATCH = 500;

/** The newest `limit` records, newest first, by the index alone. */
export function readNewest(store: Store, limit: number): Promise<ArticleRecord[]> {
  return store.read(async (database) => {
    const records: ArticleRecord[] = [];
    if (limit === 0) return records;
    let cursor = await database.transaction('articles').store.index('by-order').openCursor(null, 'prev');
    while (cursor !== null && records.push(cursor.value) < limit) cursor = await cursor.continue();
    return records;
  });
}

/** Hands every record to `receive`, newest first, in batches; ends early when `signal` is aborted. */
export async function readAll(
  store: Store,
  receive: (batch: readonly ArticleRecord[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let below = Number.POSITIVE_INFINITY;
  while (!signal.aborted) {
    const batch = await readBatchBelow(store, below);
    const oldest = batch.at(-1);
    if (oldest === undefined || signal.aborted) return;
    receive(batch);
    below = oldest.order;
  }
}

/** The up to `BATCH` newest records older than the one with the order `below`, newest first, in one read of a key range. */
function readBatchBelow(store: Store, below: number): Promise<ArticleRecord[]> {
  return store.read(async (database) => {
    const index = database.transaction('articles').store.index('by-order');
    const end = await index.openKeyCursor(IDBKeyRange.upperBound(below, true), 'prev');
    if (end === null) return [];
    const newest = end.key;
    const start = await end.advance(BATCH - 1);
    const range = start === null ? IDBKeyRange.upperBound(newest) : IDBKeyRange.bound(start.key, newest);
    return (await index.getAll(range)).reverse();
  });
}

/** The records with these orders, in their order; undefined where there is none (any more). */
export function readByOrders(store: Store, orders: readonly number[]): Promise<(ArticleRecord | undefined)[]> {
  return store.read((database) => {
    const index = database.transaction('articles').store.index('by-order');
    return Promise.all(orders.map((order) => index.get(order)));
  });
}

/** The slugs of the articles with these orders, in their order, without those that are there no more. */
export function readSlugsByOrders(store: Store, orders: readonly number[]): Promise<string[]> {
  return store.read(async (database) => {
    const index = database.transaction('articles').store.index('by-order');
    const slugs = await Promise.all(orders.map((order) => index.getKey(order)));
    return slugs.filter((slug) => slug !== undefined);
  });
}

/** The up to `limit` oldest records with a higher order than `order`, the oldest first. */
export function readRecordsAbove(store: Store, order: number, limit: number): Promise<ArticleRecord[]> {
  return store.read((database) =>
    database.getAllFromIndex('articles', 'by-order', IDBKeyRange.lowerBound(order, true), limit),
  );
}

/** What the store `name` has under each of these slugs, in their order; undefined where there is nothing. */
export function readEach<Name extends 'articles' | 'bodies' | 'bin'>(
  store: Store,
  name: Name,
  slugs: readonly string[],
): Promise<(StoreValue<LibrarySchema, Name> | undefined)[]> {
  return store.read((database) => {
    const records = database.transaction(name).store;
    return Promise.all(slugs.map((slug) => records.get(slug)));
  });
}

/** The bodies of these articles, as `readEach`. */
export function readBodies(store: Store, slugs: readonly string[]): Promise<(BodyRecord | undefined)[]> {
  return readEach(store, 'bodies', slugs);
}

/** How many articles are saved. */
export function countArticles(store: Store): Promise<number> {
  return store.read((database) => database.count('articles'));
}

/** How many articles have this order or a lower one. */
export function countThrough(store: Store, order: number): Promise<number> {
  return store.read((database) => database.countFromIndex('articles', 'by-order', IDBKeyRange.upperBound(order)));
}

/** The record saved under `slug`, or under the slug the site renamed it to; null when there is none. */
export function readRecord(store: Store, slug: string): Promise<ArticleRecord | null> {
  return store.read(async (database) => {
    const transaction = database.transaction(['articles', 'redirects']);
    const record = await transaction.objectStore('articles').get(slug);
    if (record !== undefined) return record;
    const redirect = await transaction.objectStore('redirects').get(slug);
    return redirect === undefined ? null : ((await transaction.objectStore('articles').get(redirect.to)) ?? null);
  });
}

/** The article with its body, or null when it is not saved. */
export async function readArticle(store: Store, slug: string): Promise<SavedArticle | null> {
  const found = await readRecord(store, slug);
  if (found === null) return null;
  return store.read(async (database) => {
    const transaction = database.transaction(['articles', 'bodies']);
    const [record, body] = await Promise.all([
      transaction.objectStore('articles').get(found.slug),
      transaction.objectStore('bodies').get(found.slug),
    ]);
    return record === undefined || body === undefined ? null : { record, body };
  });
}

/** The original bytes of an article, as they were fetched. */
export function readOriginals(store: Store, slug: string): Promise<OriginalRecord[]> {
  return store.read((database) => database.getAll('originals', keysOf(slug)));
}

/** The keys of a store keyed `[slug, …]` that belong to `slug`: an array sorts after every string. */
export function keysOf(slug: string): IDBKeyRange {
  return IDBKeyRange.bound([slug], [slug, []]);
}
