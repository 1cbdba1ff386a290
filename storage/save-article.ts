import type { Article } from '../core/article/article.ts';
import {
  type ArticleRecord,
  type BinRecord,
  type BodyRecord,
  NO_OWN_DATA,
  type OriginalRecord,
  type OwnData,
} from '../core/library/records.ts';
import { revisionOf } from '../core/library/revision-of.ts';
import type { Result } from '../core/result.ts';
import { fieldsOf } from '../core/search/analysis/fields-of-record.ts';
import { type PackedDocument, packArticle } from '../core/search/analysis/packed-document.ts';
import { putPending } from './pending.ts';
import { dropFromQueue } from './queue.ts';
import { putRedirect } from './redirects.ts';
import { moveRenamed } from './rename-article.ts';
import type { Store, Write, WriteTransaction } from './store.ts';

/** Everything one save stores, fetched, parsed and hashed before the transaction starts. */
export interface ArticleBundle {
  readonly article: Article & { readonly articleBody: string };
  readonly contentHash: string;
  readonly wordCount: number;
  readonly originals: readonly OriginalRecord[];
  /** The slug that was asked for, where the site led us from it to `article.slug`. */
  readonly askedFor?: string;
}

/** `saved`: new in the library; `updated`: the content changed; `unchanged`: only `checkedAt` moved. */
export type SaveOutcome = 'saved' | 'updated' | 'unchanged';

/**
 * Stores `bundle` in one transaction, idempotently: the same content again changes nothing but `checkedAt` and the
 * original bytes. Replaced content becomes a revision. The reader's own data stays, also when the article comes back
 * from the bin this way, or is led to a new slug.
 */
export function saveArticle(store: Store, bundle: ArticleBundle, at: number): Promise<Result<SaveOutcome>> {
  return store.write(at, async (write) => {
    const { transaction } = write;
    const { slug } = bundle.article;
    const { askedFor = slug } = bundle;
    if (askedFor !== slug) await moveRenamed(write, askedFor, slug);
    const [present, binned] = await Promise.all([
      transaction.objectStore('articles').get(slug),
      transaction.objectStore('bin').get(slug),
      settleQueueAndRedirect(write, bundle),
      ...bundle.originals.map(async (original) => transaction.objectStore('originals').put(original)),
    ]);

    if (present === undefined) {
      const own = binned?.article.own ?? NO_OWN_DATA;
      const recording = write.record('save', slug, 'new');
      const document = analysed(bundle, own); // While the change is being recorded.
      const order = await recording;
      if (binned !== undefined) await takeFromBin(transaction, binned, bundle.contentHash, at);
      await putContent(write, order, bundle, { order, savedAt: at, checkedAt: at, own }, document);
      return 'saved';
    }
    if (present.contentHash === bundle.contentHash) {
      await write.record('check', slug, present.order);
      await transaction.objectStore('articles').put({ ...present, checkedAt: at, goneAt: null });
      return 'unchanged';
    }
    const sequence = await write.record('update', slug, present.order);
    await keepRevision(transaction, present, at);
    await putContent(write, sequence, bundle, { ...present, checkedAt: at }, analysed(bundle, present.own));
    return 'updated';
  });
}

/** An article that is saved again keeps its revisions; what it was when it was removed becomes one if it changed since. */
async function takeFromBin(transaction: WriteTransaction, binned: BinRecord, hash: string, at: number): Promise<void> {
  const { article, body, revisions } = binned;
  const kept = article.contentHash === hash ? revisions : [...revisions, revisionOf(article, body, at)];
  await Promise.all(kept.map((revision) => transaction.objectStore('revisions').put(revision)));
  await transaction.objectStore('bin').delete(article.slug);
}

/** What the search index will know of the article. */
function analysed({ article }: ArticleBundle, own: OwnData): PackedDocument {
  return packArticle(fieldsOf({ ...article, own }, article));
}

/** What a record says of its life here. */
export type RecordHistory = Pick<ArticleRecord, 'order' | 'savedAt' | 'checkedAt' | 'own'>;

async function putContent(
  write: Write,
  sequence: number,
  bundle: ArticleBundle,
  history: RecordHistory,
  document: PackedDocument,
): Promise<void> {
  const { transaction } = write;
  const { article, body } = recordsOf(bundle, history);
  await Promise.all([
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put(body),
    putPending(write, { order: article.order, sequence, document }),
  ]);
}

/** The records of an article that is on the site now, with its history here. */
export function recordsOf(bundle: ArticleBundle, history: RecordHistory): { article: ArticleRecord; body: BodyRecord } {
  const { articleBody, bodyFormat, ...light } = bundle.article;
  const { order, savedAt, checkedAt, own } = history;
  const { contentHash, wordCount } = bundle;
  const article = { ...light, order, savedAt, checkedAt, own, contentHash, wordCount, goneAt: null };
  return { article, body: { slug: light.slug, articleBody, bodyFormat } };
}

async function keepRevision(transaction: WriteTransaction, replaced: ArticleRecord, at: number): Promise<void> {
  const body = await transaction.objectStore('bodies').get(replaced.slug);
  if (body === undefined) return;
  await transaction.objectStore('revisions').put(revisionOf(replaced, body, at));
}

/** A save that reached its article is no longer waiting; a renamed slug is remembered. */
async function settleQueueAndRedirect(write: Write, { article, askedFor }: ArticleBundle): Promise<void> {
  await dropFromQueue(write, article.slug);
  if (askedFor === undefined || askedFor === article.slug) return;
  await dropFromQueue(write, askedFor);
  await putRedirect(write, { from: askedFor, to: article.slug });
}

/** Marks a saved article as gone from the site; its copy stays. False when it is not in the library or already marked. */
export function markGone(store: Store, slug: string, at: number): Promise<Result<boolean>> {
  return store.write(at, async ({ transaction, record }) => {
    const present = await transaction.objectStore('articles').get(slug);
    if (present === undefined || present.goneAt !== null) return false;
    await record('check', slug, present.order);
    await transaction.objectStore('articles').put({ ...present, checkedAt: at, goneAt: at });
    return true;
  });
}
