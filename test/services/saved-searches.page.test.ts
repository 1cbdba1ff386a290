import { expect, it } from 'vitest';
import { createSavedSearches } from '../../services/saved-searches.ts';
import { removeArticle } from '../../storage/bin.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const SEARCH = { name: 'Chips', query: 'topic:chips', sort: 'relevance' } as const;

async function orderOf(store: Store, slug: string): Promise<number | undefined> {
  return (await store.read((database) => database.get('articles', slug)))?.order;
}

it('counts as seen what was there when a search was kept, and what was there at the last look', async () => {
  const store = temporaryStore();
  const searches = createSavedSearches(store, () => 5);
  await saveArticle(store, aBundle({ slug: 'first' }), 1);
  await searches.save(SEARCH);
  expect(await searches.list()).toEqual([{ ...SEARCH, createdAt: 5, seenThrough: await orderOf(store, 'first') }]);
  await saveArticle(store, aBundle({ slug: 'second' }), 2);
  await searches.look('Chips');
  expect((await searches.list())[0]?.seenThrough).toBe(await orderOf(store, 'second'));
});

it('has seen nothing in an empty library', async () => {
  const searches = createSavedSearches(temporaryStore(), () => 5);
  await searches.save(SEARCH);
  expect((await searches.list())[0]?.seenThrough).toBe(0);
});

it('takes back a removed search as it was, whatever was saved meanwhile', async () => {
  const store = temporaryStore();
  const searches = createSavedSearches(store, () => 5);
  await searches.save(SEARCH);
  const before = await searches.list();
  const removed = await searches.remove('Chips');
  expect(await searches.list()).toEqual([]);
  await saveArticle(store, aBundle({ slug: 'meanwhile' }), 2);
  if (removed.ok && removed.value !== null) await searches.restore(removed.value);
  expect(await searches.list()).toEqual(before);
});

it('never forgets a look because the newest article was removed', async () => {
  const store = temporaryStore();
  const searches = createSavedSearches(store, () => 5);
  await saveArticle(store, aBundle({ slug: 'first' }), 1);
  await saveArticle(store, aBundle({ slug: 'second' }), 2);
  await searches.save(SEARCH);
  const before = await searches.list();
  await removeArticle(store, 'second', 3);
  await searches.look('Chips');
  expect(await searches.list()).toEqual(before);
});
