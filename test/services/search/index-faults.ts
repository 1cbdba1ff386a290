import type { LibraryDatabase } from '../../../storage/database.ts';
import type { Store } from '../../../storage/store.ts';

/** What a store throws from the step on at which its page was stopped. */
export class Stopped extends Error {}

export interface StoppedStore {
  readonly store: Store;
  /** Requests and commits that were made or tried so far. */
  readonly steps: number;
}

/**
 * The store as a page sees it that is stopped at its `last` step: a step is each request of a writing transaction, each
 * read, and each commit. A request that fails takes its transaction with it; after a commit only the news of it is lost.
 * From then on nothing works any more.
 */
export function stopAt(last: number, inner: Store): StoppedStore {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps >= last) throw new Stopped(`at step ${steps}`);
  };
  const store: Store = {
    ...inner,
    async read<T>(work: (database: LibraryDatabase) => Promise<T>): Promise<T> {
      step();
      return inner.read(work);
    },
    async writeBeside(stores, work, durability) {
      step();
      const value = await inner.writeBeside(stores, (transaction) => work(watched(transaction, step)), durability);
      step();
      return value;
    },
  };
  return {
    store,
    get steps() {
      return steps;
    },
  };
}

/** `transaction`, whose object stores count each request as a step. */
function watched<T extends { objectStore(name: never): object }>(transaction: T, step: () => void): T {
  return new Proxy(transaction, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== 'objectStore') return value;
      return (store: never) => watchedStore(target.objectStore(store), step);
    },
  });
}

function watchedStore(store: object, step: () => void): object {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      return async (...given: readonly unknown[]) => {
        step();
        return value.apply(target, given) as unknown;
      };
    },
  });
}
