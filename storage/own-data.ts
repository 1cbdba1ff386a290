import type { OwnData } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import type { Store } from './store.ts';

/** Changes the reader's own data of an article in place; false when the article is not in the library. */
export function changeOwnData(
  store: Store,
  slug: string,
  at: number,
  change: (own: OwnData) => OwnData,
): Promise<Result<boolean>> {
  return store.write(at, async ({ transaction, record }) => {
    const articles = transaction.objectStore('articles');
    const present = await articles.get(slug);
    if (present === undefined) return false;
    await record('own', slug);
    await articles.put({ ...present, own: change(present.own) });
    return true;
  });
}
