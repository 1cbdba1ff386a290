import { dropSegment, sweepRecords } from '../../storage/index-writes.ts';
import type { Store } from '../../storage/store.ts';
import { putInOrder } from './index-keeper.ts';
import { pauseUntil } from './index-turns.ts';
import type { IndexProgress } from './library-search.ts';

/** Whoever writes the index holds the Web Lock of this name. */
export const INDEX_LOCK = 'offprint-index';

export interface IndexWriterOptions {
  readonly store: Store;
  readonly locks: Pick<LockManager, 'request'>;
  /** The lock's name: another one for another library. */
  readonly lock?: string;
  /** Hears how far the indexing of what is missing has come. */
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Hears what ended an attempt (a full disk, say); the next change brings another one. */
  readonly onProblem?: (thrown: unknown) => void;
  /** Ends the writer at its next step, wherever it is. */
  readonly signal?: AbortSignal;
}

/** Keeps the index in order: one writer for all contexts, the others wait to take its place. */
export interface IndexWriter {
  /** Takes the lock as soon as it is free and keeps it; resolves when the signal has ended it. */
  start(): Promise<void>;
  /** Has a segment that a reader found damaged made again, by whichever writer holds the lock. Never rejects. */
  damaged(segment: number): Promise<void>;
}

/** A writer of the index of `store`, not yet started. */
export function createIndexWriter(options: IndexWriterOptions): IndexWriter {
  const { store, locks, lock = INDEX_LOCK, onProblem = ignore } = options;
  const signal = options.signal ?? new AbortController().signal;
  return {
    async start() {
      try {
        await locks.request(lock, { signal }, () => keepInOrder({ ...options, signal, onProblem }));
      } catch (thrown) {
        if (!signal.aborted) onProblem(thrown);
      }
    },
    damaged: (segment) => dropSegment(store, segment).catch(onProblem),
  };
}

type Keeping = IndexWriterOptions & Required<Pick<IndexWriterOptions, 'signal' | 'onProblem'>>;

/** Puts the index in order now and after every change, until the signal is aborted. */
async function keepInOrder({ store, signal, onProblem, onProgress = ignore }: Keeping): Promise<void> {
  const changes = listenForChanges(store, signal);
  let mayHaveLeftovers = true;
  while (!signal.aborted) {
    try {
      if (mayHaveLeftovers) await sweepRecords(store);
      mayHaveLeftovers = true;
      await putInOrder(store, pauseUntil(signal), onProgress);
      mayHaveLeftovers = false;
    } catch (thrown) {
      if (!signal.aborted) onProblem(thrown);
    }
    await changes.next();
  }
  changes.end();
}

interface Changes {
  /** Resolves as soon as something has changed since it was last called, or the signal is aborted. */
  next(): Promise<void>;
  end(): void;
}

function listenForChanges({ announcements }: Store, signal: AbortSignal): Changes {
  let waiting = Promise.withResolvers<void>();
  const ring = (): void => waiting.resolve();
  const leave = [
    announcements.subscribe(({ order }) => {
      if (order !== null) ring();
    }),
    announcements.subscribeIndex(ring),
  ];
  signal.addEventListener('abort', ring);
  return {
    async next() {
      await waiting.promise;
      waiting = Promise.withResolvers<void>();
    },
    end() {
      signal.removeEventListener('abort', ring);
      for (const unsubscribe of leave) unsubscribe();
    },
  };
}

function ignore(): void {}
