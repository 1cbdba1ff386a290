import type { OwnData } from '../core/library/records.ts';
import type { Store } from './store.ts';

/** The reader's own data of each article, in the order of `slugs`; undefined for one that is not in the library. */
export function readOwnDataOf(store: Store, slugs: readonly string[]): Promise<readonly (OwnData | undefined)[]> {
  return store.read(async (database) => {
    const articles = database.transaction('articles').store;
    const records = await Promise.all(slugs.map((slug) => articles.get(slug)));
    return records.map((record) => record?.own);
  });
}
