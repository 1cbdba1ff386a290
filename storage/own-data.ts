import type { OwnData } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import { changeEach, wasMade } from './change-each.ts';
import { putWordsAgain } from './pending.ts';
import type { Store, Write } from './store.ts';

/** Answers with the very same object when there is nothing to change. */
type OwnDataChange = (own: OwnData) => OwnData;

/** Changes the reader's own data of an article in place; false when the article is not in the library. */
export function changeOwnData(store: Store, slug: string, at: number, change: OwnDataChange): Promise<Result<boolean>> {
  return wasMade(
    changeEach(store, [slug], at, async (write, own) => (await changeOne(write, own, change)) !== 'absent'),
  );
}

/** As `changeOwnData` for many articles, all or none; answers with those that were not so already. */
export function changeOwnDataOf(
  store: Store,
  slugs: readonly string[],
  at: number,
  change: OwnDataChange,
): Promise<Result<readonly string[]>> {
  return changeEach(store, slugs, at, async (write, slug) => (await changeOne(write, slug, change)) === 'changed');
}

async function changeOne(write: Write, slug: string, change: OwnDataChange): Promise<'absent' | 'same' | 'changed'> {
  const articles = write.transaction.objectStore('articles');
  const present = await articles.get(slug);
  if (present === undefined) return 'absent';
  const own = change(present.own);
  if (own === present.own) return 'same';
  const changed = { ...present, own };
  const sequence = await write.record('own', slug, present.order);
  await articles.put(changed);
  if (!haveSameWords(present.own, changed.own)) await putWordsAgain(write, sequence, changed);
  return 'changed';
}

/** Whether an article with `one` is found by the same words as with `other`. */
export function haveSameWords(one: OwnData, other: OwnData): boolean {
  return one.note === other.note && one.tags.join('\n') === other.tags.join('\n');
}
