import type { BinnedArticle } from '../core/library/bin.ts';
import type { Result } from '../core/result.ts';
import { countBin, readBinned, readBinSlugs } from '../storage/bin.ts';
import type { Store } from '../storage/store.ts';
import { purgeAll } from './change-library.ts';
import type { LongWork } from './library.ts';

/** What was removed and is not yet deleted for good, as a page uses it. `Library` takes articles out of it again. */
export interface Bin {
  /** The slugs of what is in it, removed last first. */
  slugs(): Promise<readonly string[]>;
  /** What a list shows of these few, in their order, without those that are not in it. */
  read(slugs: readonly string[]): Promise<readonly BinnedArticle[]>;
  count(): Promise<number>;
  /** Deletes for good, in pieces; answers with the slugs of those that were there. It cannot be undone. */
  purge(slugs: readonly string[], work?: LongWork): Promise<Result<readonly string[]>>;
}

/** The bin of the library in `store`. */
export function createBin(store: Store, now: () => number): Bin {
  return {
    slugs: () => readBinSlugs(store),
    read: (slugs) => readBinned(store, slugs),
    count: () => countBin(store),
    purge: (slugs, work) => purgeAll(store, slugs, now(), work),
  };
}
