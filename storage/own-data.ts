import type { OwnData } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import { changeEach, wasMade } from './change-each.ts';
import { putWordsAgain } from './pending.ts';
import type { Store, Write } from './store.ts';

type OwnDataChange = (own: OwnData) => OwnData;

/** Changes the reader's own data of an article in place; false when the article is not in the library. */
export function changeOwnData(store: Store, slug: string, at: number, change: OwnDataChange): Promise<Result<boolean>> {
  return wasMade(changeOwnDataOf(store, [slug], at, change));
}

/** As `changeOwnData` for many articles, all or none; answers how many of them are in the library. */
export function changeOwnDataOf(
  store: Store,
  slugs: readonly string[],
  at: number,
  change: OwnDataChange,
): Promise<Result<number>> {
  return changeEach(store, slugs, at, (write, slug) => changeOne(write, slug, change));
}

async function changeOne(write: Write, slug: string, change: OwnDataChange): Promise<boolean> {
  const articles = write.transaction.objectStore('articles');
  const present = await articles.get(slug);
  if (present === undefined) return false;
  const changed = { ...present, own: change(present.own) };
  const sequence = await write.record('own', slug, present.order);
  await articles.put(changed);
  if (!haveSameWords(present.own, changed.own)) await putWordsAgain(write, sequence, changed);
  return true;
}

/** Whether an article with `one` is found by the same words as with `other`. */
export function haveSameWords(one: OwnData, other: OwnData): boolean {
  return one.note === other.note && one.tags.join('\n') === other.tags.join('\n');
}
