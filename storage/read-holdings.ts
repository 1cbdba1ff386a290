import type { ArticleRecord, BodyRecord, Holding, OriginalRecord, RevisionRecord } from '../core/library/records.ts';
import { keysOf } from './read-articles.ts';
import type { Store } from './store.ts';

/** Everything that is kept of an article, or null when it is not in the library (or only in the bin). */
export async function readHolding(store: Store, slug: string): Promise<Holding | null> {
  return (await readHoldings(store, [slug]))[0] ?? null;
}

/** As `readHolding` for many, in their order, all true together. */
export function readHoldings(store: Store, slugs: readonly string[]): Promise<(Holding | null)[]> {
  return store.read((database) => {
    const transaction = database.transaction(['articles', 'bodies', 'originals', 'revisions']);
    return Promise.all(slugs.map((slug) => holdingIn(transaction, slug)));
  });
}

/** A transaction over at least the stores of a holding. */
export interface HoldingStores {
  objectStore(name: 'articles'): { get(slug: string): Promise<ArticleRecord | undefined> };
  objectStore(name: 'bodies'): { get(slug: string): Promise<BodyRecord | undefined> };
  objectStore(name: 'originals'): { getAll(keys: IDBKeyRange): Promise<OriginalRecord[]> };
  objectStore(name: 'revisions'): { getAll(keys: IDBKeyRange): Promise<RevisionRecord[]> };
}

/** As `readHolding`, of what `transaction` sees. */
export async function holdingIn(transaction: HoldingStores, slug: string): Promise<Holding | null> {
  const [article, body, originals, revisions] = await Promise.all([
    transaction.objectStore('articles').get(slug),
    transaction.objectStore('bodies').get(slug),
    transaction.objectStore('originals').getAll(keysOf(slug)),
    transaction.objectStore('revisions').getAll(keysOf(slug)),
  ]);
  return article === undefined || body === undefined ? null : { article, body, originals, revisions };
}
