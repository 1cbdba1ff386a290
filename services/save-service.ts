import type { QueueRecord } from '../core/library/records.ts';
import { afterFailure } from '../core/library/retry.ts';
import type { Problem } from '../core/problem.ts';
import { isTransient } from '../core/problem.ts';
import type { QueuedReceipt, SaveAnswer, SaveReceipt } from '../core/protocol.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { putInQueue, readQueue, readQueueEntry } from '../storage/queue.ts';
import { type ArticleBundle, markGone, saveArticle } from '../storage/save-article.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Store } from '../storage/store.ts';

/** Fetches and parses an article into all that one save stores. */
export type BundleArticle = (slug: string) => Promise<Result<ArticleBundle>>;

export interface SaveServiceParts {
  readonly store: Store;
  /** Keeps the background alive while `work` is under way. */
  readonly keepAwake: <T>(work: Promise<T>) => Promise<T>;
  readonly bundleArticle: BundleArticle;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A random number from 0 to 1. */
  readonly random: () => number;
}

export interface SaveService {
  /** Saves or updates one article; a second call while the first runs shares its outcome. */
  save(slug: string): Promise<SaveAnswer>;
  /**
   * Tries, one after another, the queued saves whose time has come; with `isNetworkBack` also those that wait for nothing
   * but the network. A call while another runs is answered by it.
   */
  retryQueue(isNetworkBack: boolean): Promise<void>;
  /** When the next queued save is due, milliseconds since 1970; null when nothing waits. */
  nextRetryAt(): Promise<number | null>;
}

/**
 * Saving, in a straight line: fetch and parse, then one transaction. What cannot be done now because of the network or
 * the server waits in a durable queue; any other problem leaves the library as it was.
 */
export function createSaveService({ store, keepAwake, bundleArticle, now, random }: SaveServiceParts): SaveService {
  const running = new Map<string, Promise<SaveAnswer>>();
  let retrying: Promise<void> | null = null;

  const attempt = async (slug: string): Promise<SaveAnswer> => {
    const started = now();
    const bundle = await bundleArticle(slug);
    if (!bundle.ok) return notSaved(slug, bundle.problem);
    const stored = await saveArticle(store, { ...bundle.value, askedFor: slug }, now());
    return stored.ok ? succeed(receiptOf(bundle.value, stored.value, now() - started)) : stored;
  };

  const notSaved = async (slug: string, met: Problem): Promise<SaveAnswer> => {
    if (met.kind === 'gone' || met.kind === 'not-found') await markGone(store, slug, now());
    const known = await readQueueEntry(store, slug);
    if (!isTransient(met) && known === null) return fail(met);
    const waiting = known?.notBefore === null ? null : known; // One we gave up on starts afresh: the reader asked again.
    const entry = afterFailure(slug, waiting, met, now(), random());
    const kept = await putInQueue(store, entry, now());
    if (!kept.ok) return kept;
    return entry.notBefore === null ? fail(met) : succeed<QueuedReceipt>({ outcome: 'queued', slug, problem: met });
  };

  const save = (slug: string): Promise<SaveAnswer> => {
    const present = running.get(slug);
    if (present !== undefined) return present;
    const saving = keepAwake(attempt(slug))
      .catch((thrown: unknown) => fail(storageProblem(thrown)))
      .finally(() => running.delete(slug));
    running.set(slug, saving);
    return saving;
  };

  const tryWaiting = async (isNetworkBack: boolean): Promise<void> => {
    for (const { slug } of await readQueue(store)) {
      const entry = await readQueueEntry(store, slug); // It may have been saved or removed meanwhile.
      if (entry !== null && isDue(entry, isNetworkBack, now())) await save(slug);
    }
  };

  return {
    save,
    retryQueue(isNetworkBack) {
      retrying ??= tryWaiting(isNetworkBack).finally(() => {
        retrying = null;
      });
      return retrying;
    },
    async nextRetryAt() {
      const times = (await readQueue(store)).flatMap(({ notBefore }) => (notBefore === null ? [] : [notBefore]));
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}

/** A wait that the server asked for, or that grew out of its failures, is waited out whatever the network does. */
function isDue({ notBefore, problem }: QueueRecord, isNetworkBack: boolean, now: number): boolean {
  if (notBefore === null) return false;
  return notBefore <= now || (isNetworkBack && problem.kind === 'offline');
}

function receiptOf(bundle: ArticleBundle, outcome: SaveReceipt['outcome'], milliseconds: number): SaveReceipt {
  const { slug, headline, topics, entities } = bundle.article;
  const bytes = bundle.originals.reduce((sum, original) => sum + original.bytes.byteLength, 0);
  return { outcome, slug, headline, topics, entities, bytes, milliseconds };
}
