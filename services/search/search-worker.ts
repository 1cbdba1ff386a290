import { storageProblem } from '../../storage/storage-problem.ts';
import type { Store } from '../../storage/store.ts';
import { openEngine, type SearchEngine } from './engine.ts';
import { createIndexWriter } from './index-writer.ts';
import { keepEngine } from './keep-engine.ts';
import type { IndexProgress } from './library-search.ts';
import type { Call, Port } from './worker-messages.ts';

/** What a search worker is given. */
export interface SearchWorkerOptions {
  readonly store: Store;
  readonly locks: LockManager;
}

/**
 * Answers the calls that come through `port`, and keeps the index in order while its page lives: whichever page's
 * worker gets the lock writes, all of them hear of it.
 */
export function serveSearch(port: Port, { store, locks }: SearchWorkerOptions): void {
  let progress: IndexProgress | null = null;
  const writer = createIndexWriter({
    store,
    locks,
    onProgress({ done, total }) {
      progress = done < total ? { done, total } : null;
      port.postMessage({ progress });
    },
    onProblem: (thrown) => console.warn('Offprint: the search index could not be written', thrown),
  });
  const damaged = (segment: number) => void writer.damaged(segment);
  const engine = keepEngine(
    store,
    () => openEngine(store, { damaged }),
    () => port.postMessage({ progress }),
  );

  port.addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const { call } = data;
    engine()
      .then((own) => answer(own, data))
      .then(
        (value) => port.postMessage({ call, value }),
        (thrown: unknown) => port.postMessage({ call, problem: storageProblem(thrown) }),
      );
  });
  void engine()
    .catch(() => {})
    .finally(() => writer.start());
}

function answer(engine: SearchEngine, { method, args }: Call): unknown {
  const run = engine[method] as (...args: readonly unknown[]) => unknown;
  return run(...args);
}
