import type { BinnedArticle } from '../core/library/bin.ts';
import type { Result } from '../core/result.ts';
import { countBin, readBin } from '../storage/bin.ts';
import type { Store } from '../storage/store.ts';
import { purgeAll } from './change-library.ts';
import type { LongWork } from './library.ts';

/** What was removed and is not yet deleted for good, as a page uses it. `Library` takes articles out of it again. */
export interface Bin {
  /** What is in it, removed last first. */
  list(): Promise<readonly BinnedArticle[]>;
  count(): Promise<number>;
  /** Deletes for good, in pieces; answers with the slugs of those that were there. It cannot be undone. */
  purge(slugs: readonly string[], work?: LongWork): Promise<Result<readonly string[]>>;
}

/** The bin of the library in `store`. */
export function createBin(store: Store, now: () => number): Bin {
  return {
    list: () => readBin(store),
    count: () => countBin(store),
    purge: (slugs, work) => purgeAll(store, slugs, now(), work),
  };
}
