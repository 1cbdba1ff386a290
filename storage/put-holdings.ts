import type { ArticleRecord, Holding } from '../core/library/records.ts';
import { putRemoved, putWords } from './pending.ts';
import { keysOf } from './read-articles.ts';
import type { Write, WriteTransaction } from './store.ts';

/**
 * Puts whole holdings into the library, as import and recovery do: in place of whatever lay under their slugs, with the
 * change record that lists and backups follow, and the words that search follows.
 */

/** Where a holding goes in lists: `new` is before all others; `own` is at its own `order`, or new where another article has that. */
export type Place = 'new' | 'own';

/**
 * Puts each holding; one that is in the library already keeps its place there, whatever `place` says. The bin and the
 * queue are left as they are. Holdings of one call must differ in their slugs. Answers with the articles as they were put.
 */
export function putHoldings(write: Write, holdings: readonly Holding[], place: Place): Promise<ArticleRecord[]> {
  const taken = new Set<number>();
  return Promise.all(holdings.map((holding) => putHolding(write, holding, place, taken)));
}

/** `taken`: the orders that this write gives away. */
async function putHolding(write: Write, holding: Holding, place: Place, taken: Set<number>): Promise<ArticleRecord> {
  const { transaction } = write;
  const { slug } = holding.article;
  const present = await transaction.objectStore('articles').get(slug);
  const order = present?.order ?? (place === 'new' ? 'new' : await freeOrder(write, holding, taken));
  const sequence = await write.record(present === undefined ? 'save' : 'update', slug, order);
  const article = { ...holding.article, order: order === 'new' ? sequence : order };
  if (present !== undefined) await deleteHistory(transaction, slug);
  await Promise.all([putParts(transaction, { ...holding, article }), putWords(write, sequence, article, holding.body)]);
  return article;
}

async function freeOrder(
  { transaction }: Write,
  { article: { order } }: Holding,
  taken: Set<number>,
): Promise<number | 'new'> {
  const holder = await transaction.objectStore('articles').index('by-order').getKey(order);
  if (holder !== undefined || taken.has(order)) return 'new';
  taken.add(order);
  return order;
}

/** Puts the records of a holding as they are: no change record, no words. */
export async function putParts(
  transaction: WriteTransaction,
  { article, body, originals, revisions }: Holding,
): Promise<void> {
  await Promise.all([
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put(body),
    ...originals.map((original) => transaction.objectStore('originals').put(original)),
    ...revisions.map((revision) => transaction.objectStore('revisions').put(revision)),
  ]);
}

/** Deletes all records of a holding, as `putParts` puts them. */
export async function deleteParts(transaction: WriteTransaction, slug: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('articles').delete(slug),
    transaction.objectStore('bodies').delete(slug),
    deleteHistory(transaction, slug),
  ]);
}

async function deleteHistory(transaction: WriteTransaction, slug: string): Promise<void> {
  await Promise.all([
    transaction.objectStore('originals').delete(keysOf(slug)),
    transaction.objectStore('revisions').delete(keysOf(slug)),
  ]);
}

/** Takes an article out of the library without a trace in the bin; nothing when it is not there. */
export async function dropArticle(write: Write, slug: string): Promise<void> {
  const { transaction } = write;
  const present = await transaction.objectStore('articles').get(slug);
  if (present === undefined) return;
  await putRemoved(write, await write.record('remove', slug, present.order), present.order);
  await deleteParts(transaction, slug);
}
