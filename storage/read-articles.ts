import type { ArticleRecord, OriginalRecord, SavedArticle } from '../core/library/records.ts';
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

/** How many articles are saved. */
export function countArticles(store: Store): Promise<number> {
  return store.read((database) => database.count('articles'));
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
