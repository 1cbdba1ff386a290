import { expect, it } from 'vitest';
import { emptyOldBin, removeArticle } from '../../storage/bin.ts';
import { readByOrders } from '../../storage/read-articles.ts';
import { lastSequence, readChangesAfter } from '../../storage/read-changes.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryName, temporaryStore } from '../support/temporary-store.ts';

it('tells every change with its place in lists, a few at a time, in the order they were made', async () => {
  const store = temporaryStore();
  expect(await lastSequence(store)).toBe(0);
  await saveArticle(store, aBundle({ slug: 'one' }), 1);
  await saveArticle(store, aBundle({ slug: 'two' }), 2);
  await saveArticle(store, aBundle({ slug: 'one' }), 3);
  await removeArticle(store, 'two', 4);
  await emptyOldBin(store, Number.MAX_SAFE_INTEGER);
  const first = await readChangesAfter(store, 0, 3);
  expect(first).toEqual([
    { sequence: 1, kind: 'save', slug: 'one', order: 1, at: 1 },
    { sequence: 2, kind: 'save', slug: 'two', order: 2, at: 2 },
    { sequence: 3, kind: 'check', slug: 'one', order: 1, at: 3 },
  ]);
  const rest = await readChangesAfter(store, 3, 10);
  expect(rest).toMatchObject([
    { sequence: 4, kind: 'remove', order: 2 },
    { sequence: 5, kind: 'purge', order: 2 },
  ]);
  expect(await lastSequence(store)).toBe(5);
});

it('leaves a renamed article in place for whoever follows the changes one by one', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await saveArticle(store, { ...aBundle({ slug: 'renamed' }), askedFor: 'a-first-article' }, 2);
  const slugs = new Map<number, string>();
  for (const { kind, slug, order } of await readChangesAfter(store, 0, 10)) {
    if (order !== null && kind === 'remove') slugs.delete(order);
    else if (order !== null) slugs.set(order, slug);
  }
  expect([...slugs]).toEqual([[1, 'renamed']]);
  expect((await readByOrders(store, [1]))[0]?.slug).toBe('renamed');
});

it('tells other contexts when the index was written, apart from changes', async () => {
  const name = temporaryName();
  const [one, other] = [temporaryStore(name), temporaryStore(name)];
  const changed: unknown[] = [];
  one.announcements.subscribe((change) => changed.push(change));
  const heard = new Promise<void>((resolve) => {
    one.announcements.subscribeIndex(resolve);
  });
  other.announcements.announceIndex();
  await heard;
  expect(changed).toEqual([]);
});
