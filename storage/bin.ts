import type { BinRecord } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import { changeEach, wasMade } from './change-each.ts';
import { putRemoved, putWords } from './pending.ts';
import { dropFromQueue } from './queue.ts';
import { keysOf } from './read-articles.ts';
import type { Store, Write, WriteTransaction } from './store.ts';

/** Removed articles stay in the bin this long. */
export const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** Moves an article, whole, to the bin, and no longer waits to update it; false when it was not in the library. */
export function removeArticle(store: Store, slug: string, at: number): Promise<Result<boolean>> {
  return wasMade(removeArticles(store, [slug], at));
}

/** As `removeArticle` for many, all or none; answers with those that were in the library. */
export function removeArticles(store: Store, slugs: readonly string[], at: number): Promise<Result<readonly string[]>> {
  return changeEach(store, slugs, at, removeOne);
}

/** Takes an article out of the bin exactly as it was; false when it is not there (or was saved again since). */
export function restoreArticle(store: Store, slug: string, at: number): Promise<Result<boolean>> {
  return wasMade(restoreArticles(store, [slug], at));
}

/** As `restoreArticle` for many, all or none; answers with those that were restored. */
export function restoreArticles(
  store: Store,
  slugs: readonly string[],
  at: number,
): Promise<Result<readonly string[]>> {
  return changeEach(store, slugs, at, restoreOne);
}

async function removeOne(write: Write, slug: string): Promise<boolean> {
  const { transaction, at, record } = write;
  const binned = await collect(transaction, slug, at);
  if (binned === null) return false;
  const { order } = binned.article;
  await putRemoved(write, await record('remove', slug, order), order);
  await dropFromQueue(write, slug);
  await transaction.objectStore('bin').put(binned);
  await Promise.all([
    transaction.objectStore('articles').delete(slug),
    transaction.objectStore('bodies').delete(slug),
    transaction.objectStore('originals').delete(keysOf(slug)),
    transaction.objectStore('revisions').delete(keysOf(slug)),
  ]);
  return true;
}

async function restoreOne(write: Write, slug: string): Promise<boolean> {
  const { transaction, record } = write;
  const [binned, present] = await Promise.all([
    transaction.objectStore('bin').get(slug),
    transaction.objectStore('articles').getKey(slug),
  ]);
  if (binned === undefined || present !== undefined) return false;
  const { article, body } = binned;
  await putWords(write, await record('restore', slug, article.order), article, body);
  await transaction.objectStore('bin').delete(slug);
  await Promise.all([
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put(body),
    ...binned.originals.map((original) => transaction.objectStore('originals').put(original)),
    ...binned.revisions.map((revision) => transaction.objectStore('revisions').put(revision)),
  ]);
  return true;
}

/** Deletes for good what has lain in the bin longer than `BIN_DAYS`; answers how many articles that were. */
export function emptyOldBin(store: Store, at: number): Promise<Result<number>> {
  return store.write(at, async ({ transaction, record }) => {
    const bin = transaction.objectStore('bin');
    const old = (await bin.getAll()).filter(({ removedAt }) => removedAt < at - BIN_DAYS * DAY_MS);
    await Promise.all(
      old.map(({ slug, article }) => Promise.all([record('purge', slug, article.order), bin.delete(slug)])),
    );
    return old.length;
  });
}

async function collect(transaction: WriteTransaction, slug: string, removedAt: number): Promise<BinRecord | null> {
  const [article, body, originals, revisions] = await Promise.all([
    transaction.objectStore('articles').get(slug),
    transaction.objectStore('bodies').get(slug),
    transaction.objectStore('originals').getAll(keysOf(slug)),
    transaction.objectStore('revisions').getAll(keysOf(slug)),
  ]);
  if (article === undefined || body === undefined) return null;
  return { slug, removedAt, article, body, originals, revisions };
}
