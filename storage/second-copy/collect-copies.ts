import type { ArticleRecord, BinRecord, Holding, QueueRecord, RedirectRecord } from '../../core/library/records.ts';
import { type HoldingStores, holdingIn } from '../read-holdings.ts';
import { contentKey, queueKey, redirectKey, stateKey } from './copy-keys.ts';
import type { ContentCopy, StateCopy } from './copy-values.ts';
import { packHolding } from './packed-holding.ts';
import type { Touch } from './touched.ts';

/** A transaction over all stores that are copied from. */
export interface CopiedStores extends HoldingStores {
  objectStore: HoldingStores['objectStore'] & {
    (name: 'bin'): { get(slug: string): Promise<BinRecord | undefined> };
    (name: 'queue'): { get(slug: string): Promise<QueueRecord | undefined> };
    (name: 'redirects'): { get(slug: string): Promise<RedirectRecord | undefined> };
  };
}

/** What the database holds now of what was touched. */
export interface Collected {
  readonly slug: string;
  readonly touch: Touch;
  readonly article: Kept | null;
  readonly queued: QueueRecord | undefined;
  readonly redirect: RedirectRecord | undefined;
}

/** An article in the library or in the bin; whole where its content was touched. */
interface Kept {
  readonly record: ArticleRecord;
  readonly holding: Holding | null;
  readonly removedAt: number | null;
}

/** Reads everything that was touched, as `transaction` sees it. */
export function collect(transaction: CopiedStores, touched: ReadonlyMap<string, Touch>): Promise<Collected[]> {
  return Promise.all(
    [...touched].map(async ([slug, touch]) => {
      const [article, queued, redirect] = await Promise.all([
        touch.article === null ? null : keptOf(transaction, slug, touch.article === 'content'),
        touch.queue ? transaction.objectStore('queue').get(slug) : undefined,
        touch.redirect ? transaction.objectStore('redirects').get(slug) : undefined,
      ]);
      return { slug, touch, article, queued, redirect };
    }),
  );
}

async function keptOf(transaction: CopiedStores, slug: string, isWhole: boolean): Promise<Kept | null> {
  const holding = isWhole ? await holdingIn(transaction, slug) : null;
  const record = isWhole ? holding?.article : await transaction.objectStore('articles').get(slug);
  if (record !== undefined) return { record, holding, removedAt: null };
  const binned = await transaction.objectStore('bin').get(slug);
  if (binned === undefined) return null;
  const { removedAt, article, body, originals, revisions } = binned;
  return { record: article, holding: isWhole ? { article, body, originals, revisions } : null, removedAt };
}

/** What to write into the second copy, and what to take out of it. */
export interface CopyBatch {
  readonly items: Readonly<Record<string, unknown>>;
  readonly gone: readonly string[];
}

/** The second copy of what was collected. */
export async function copiesOf(collected: readonly Collected[]): Promise<CopyBatch> {
  const items: Record<string, unknown> = {};
  const gone: string[] = [];
  await Promise.all(
    collected.map(async ({ slug, touch, article, queued, redirect }) => {
      const { sequence } = touch;
      if (touch.queue) put(items, gone, queueKey(slug), queued);
      if (touch.redirect) put(items, gone, redirectKey(slug), redirect?.to);
      if (touch.article === null) return;
      if (article === null) gone.push(contentKey(slug), stateKey(slug));
      else if (article.holding === null) items[stateKey(slug)] = stateOf(sequence, article);
      else items[contentKey(slug)] = await contentOf(sequence, article.holding, article.removedAt);
    }),
  );
  return { items, gone };
}

function put(items: Record<string, unknown>, gone: string[], key: string, value: unknown): void {
  if (value === undefined) gone.push(key);
  else items[key] = value;
}

async function contentOf(sequence: number, holding: Holding, removedAt: number | null): Promise<ContentCopy> {
  return { sequence, removedAt, packed: await packHolding(holding) };
}

function stateOf(sequence: number, { record: { own, checkedAt, goneAt }, removedAt }: Kept): StateCopy {
  return { sequence, own, checkedAt, goneAt, removedAt };
}
