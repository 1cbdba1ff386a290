import { type BinnedArticle, binnedUntil } from '../core/library/bin.ts';
import type { BinRecord } from '../core/library/records.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { changeEach, wasMade } from './change-each.ts';
import { putRemoved, putWords } from './pending.ts';
import { deleteParts, putParts } from './put-holdings.ts';
import { dropFromQueue } from './queue.ts';
import { readEach } from './read-articles.ts';
import { holdingIn } from './read-holdings.ts';
import { storageProblem } from './storage-problem.ts';
import type { Store, Write, WriteTransaction } from './store.ts';

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
  await deleteParts(transaction, slug);
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
  await putParts(transaction, binned);
  return true;
}

/** Deletes what is in the bin for good, all or none; answers with those that were there. */
export function purgeArticles(store: Store, slugs: readonly string[], at: number): Promise<Result<readonly string[]>> {
  return changeEach(store, slugs, at, (write, slug) => purgeOne(write, slug));
}

/** Deletes for good what has lain in the bin longer than `BIN_DAYS`, in pieces; answers how many articles that were. */
export async function emptyOldBin(store: Store, at: number): Promise<Result<number>> {
  const removedBefore = IDBKeyRange.upperBound(at - binnedUntil(0), true);
  const old = await store
    .read((database) => database.getAllKeysFromIndex('bin', 'by-removed', removedBefore))
    .then(succeed, (thrown: unknown) => fail(storageProblem(thrown)));
  if (!old.ok) return old;
  let purged = 0;
  for (let start = 0; start < old.value.length; start += PIECE) {
    const piece = old.value.slice(start, start + PIECE);
    const gone = await changeEach(store, piece, at, (write, slug) => purgeOne(write, slug, at));
    if (!gone.ok) return gone;
    purged += gone.value.length;
  }
  return succeed(purged);
}

/** The slugs of what is in the bin, removed last first. */
export async function readBinSlugs(store: Store): Promise<readonly string[]> {
  return (await store.read((database) => database.getAllKeysFromIndex('bin', 'by-removed'))).reverse();
}

/** What a list shows of these, in their order, without those that are not in the bin. Each is read whole: ask for few. */
export async function readBinned(store: Store, slugs: readonly string[]): Promise<readonly BinnedArticle[]> {
  const records = await readEach(store, 'bin', slugs);
  return records.filter((record) => record !== undefined).map(listed);
}

/** How many articles are in the bin. */
export function countBin(store: Store): Promise<number> {
  return store.read((database) => database.count('bin'));
}

/** Articles deleted in one write: each is in memory with its body. */
const PIECE = 50;

function listed({ slug, removedAt, article: { headline, inLanguage } }: BinRecord): BinnedArticle {
  return { slug, headline, inLanguage, removedAt };
}

/** Deletes one article for good; with `at`, only when its days in the bin were over then. */
async function purgeOne({ transaction, record }: Write, slug: string, at = Number.POSITIVE_INFINITY): Promise<boolean> {
  const bin = transaction.objectStore('bin');
  const binned = await bin.get(slug);
  if (binned === undefined || binnedUntil(binned.removedAt) >= at) return false;
  await Promise.all([record('purge', slug, binned.article.order), bin.delete(slug)]);
  return true;
}

async function collect(transaction: WriteTransaction, slug: string, removedAt: number): Promise<BinRecord | null> {
  const holding = await holdingIn(transaction, slug);
  return holding === null ? null : { slug, removedAt, ...holding };
}
