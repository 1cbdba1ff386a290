import { type Kept, type KeptOutline, type MergePlan, outlineOf, planMerge } from '../core/library/merge-holdings.ts';
import type { ArticleRecord, BinRecord, RedirectRecord } from '../core/library/records.ts';
import { keysOf } from './read-articles.ts';
import type { LibrarySchema } from './schema.ts';
import type { Store } from './store.ts';

/** What the library would do with articles of a file, decided without reading a body. */

/** A transaction over at least the stores that deciding reads. */
export interface OutlineStores {
  objectStore(name: 'articles'): { get(slug: string): Promise<ArticleRecord | undefined> };
  objectStore(name: 'bin'): { get(slug: string): Promise<BinRecord | undefined> };
  objectStore(name: 'redirects'): { get(slug: string): Promise<RedirectRecord | undefined> };
  objectStore(name: 'originals'): { getAllKeys(keys: IDBKeyRange): Promise<IDBValidKey[]> };
  objectStore(name: 'revisions'): { getAllKeys(keys: IDBKeyRange): Promise<IDBValidKey[]> };
}

const OUTLINE_STORES = ['articles', 'bin', 'redirects', 'originals', 'revisions'] as const;

/** What is here of an article, and what becomes of it with what a file holds. */
export interface Decision {
  readonly present: KeptOutline | null;
  readonly plan: MergePlan;
}

/** What importing each of `kept` would do now, all true together; rejects with what IndexedDB threw. */
export function decide(store: Store, kept: readonly Kept[]): Promise<MergePlan[]> {
  return store.read(async (database) => {
    const transaction = database.transaction(OUTLINE_STORES);
    const decisions = kept.map(async (one) => {
      const slug = await slugIn(transaction, one.article.slug);
      return (await decideIn(transaction, slug, one)).plan;
    });
    return Promise.all(decisions);
  });
}

/** What becomes of the article `slug` with what a file holds of it. */
export async function decideIn(transaction: OutlineStores, slug: string, kept: Kept): Promise<Decision> {
  const present = await outlineIn(transaction, slug);
  return { present, plan: planMerge(present, outlineOf(kept)) };
}

/** The slug an article has here: its own, or the one to which the site renamed an article that is saved. */
export async function slugIn(transaction: OutlineStores, slug: string): Promise<string> {
  const redirect = await transaction.objectStore('redirects').get(slug);
  if (redirect === undefined || (await transaction.objectStore('articles').get(slug)) !== undefined) return slug;
  return (await transaction.objectStore('articles').get(redirect.to)) === undefined ? slug : redirect.to;
}

async function outlineIn(transaction: OutlineStores, slug: string): Promise<KeptOutline | null> {
  const article = await transaction.objectStore('articles').get(slug);
  if (article === undefined) {
    const binned = await transaction.objectStore('bin').get(slug);
    return binned === undefined ? null : outlineOf(binned);
  }
  const [originals, revisions] = await Promise.all([
    transaction.objectStore('originals').getAllKeys(keysOf(slug)),
    transaction.objectStore('revisions').getAllKeys(keysOf(slug)),
  ]);
  const sources = (originals as LibrarySchema['originals']['key'][]).map(([, source]) => source);
  const hashes = (revisions as LibrarySchema['revisions']['key'][]).map(([, contentHash]) => contentHash);
  return { article, removedAt: null, revisions: hashes, sources };
}
