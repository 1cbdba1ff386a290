import { expect, it } from 'vitest';
import type { ChangeRecord } from '../../core/library/records.ts';
import { fieldsOf } from '../../core/search/analysis/fields-of-record.ts';
import { packArticle } from '../../core/search/analysis/packed-document.ts';
import { removeArticle, removeArticles, restoreArticle, restoreArticles } from '../../storage/bin.ts';
import { changeOwnData, changeOwnDataOf } from '../../storage/own-data.ts';
import { readArticle } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const SLUG = 'a-first-article';

/** What waits, by order, and the changes that put it there. */
async function waiting(store: Store) {
  const pending = await store.read((database) => database.getAll('pending'));
  return pending.map(({ order, sequence, document }) => ({ order, sequence, removed: document === null }));
}

/** Whether the article waits with exactly the words it has now. */
async function waitsAsItIs(store: Store, slug: string): Promise<boolean> {
  const saved = await readArticle(store, slug);
  if (saved === null) throw new Error(`${slug} is not saved`);
  const pending = await store.read((database) => database.get('pending', saved.record.order));
  return String(pending?.document) === String(packArticle(fieldsOf(saved.record, saved.body)));
}

/** Nothing waits: as after a flush. */
async function flushed(store: Store): Promise<void> {
  await store.writeBeside(['pending'], (transaction) => transaction.objectStore('pending').clear());
}

it('waits from the save on, under the sequence number of the save', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  expect(await waiting(store)).toEqual([{ order: 1, sequence: 1, removed: false }]);
  expect(await waitsAsItIs(store, SLUG)).toBe(true);
});

it('waits again after an update, and not after a save of the same content', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await flushed(store);
  await saveArticle(store, aBundle(), 2);
  expect(await waiting(store)).toEqual([]);
  await saveArticle(store, aBundle({ headline: 'Corrected' }), 3);
  expect(await waiting(store)).toEqual([{ order: 1, sequence: 3, removed: false }]);
  expect(await waitsAsItIs(store, SLUG)).toBe(true);
});

it('waits again for the reader’s tags and note, and not for their marks', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await flushed(store);
  await changeOwnData(store, SLUG, 2, (own) => ({ ...own, readAt: 2, starredAt: 2 }));
  expect(await waiting(store)).toEqual([]);
  await changeOwnData(store, SLUG, 3, (own) => ({ ...own, tags: ['mine'] }));
  expect(await waitsAsItIs(store, SLUG)).toBe(true);
  await changeOwnData(store, SLUG, 4, (own) => ({ ...own, note: 'My words' }));
  expect(await waiting(store)).toEqual([{ order: 1, sequence: 4, removed: false }]);
  expect(await waitsAsItIs(store, SLUG)).toBe(true);
});

it('is to be forgotten when it is removed, and waits again when it is restored', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await removeArticle(store, SLUG, 2);
  expect(await waiting(store)).toEqual([{ order: 1, sequence: 2, removed: true }]);
  await restoreArticle(store, SLUG, 3);
  expect(await waiting(store)).toEqual([{ order: 1, sequence: 3, removed: false }]);
  expect(await waitsAsItIs(store, SLUG)).toBe(true);
});

it('gives a removed article that is saved anew a new place, and forgets the old one', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await removeArticle(store, SLUG, 2);
  await saveArticle(store, aBundle(), 3);
  expect(await waiting(store)).toEqual([
    { order: 1, sequence: 2, removed: true },
    { order: 3, sequence: 3, removed: false },
  ]);
});

it('forgets the one and finds the other by the tags of both when a rename joins two articles', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await changeOwnData(store, SLUG, 2, (own) => ({ ...own, tags: ['mine'], note: 'Old words' }));
  await saveArticle(store, aBundle({ slug: 'new-name' }), 3);
  await changeOwnData(store, 'new-name', 4, (own) => ({ ...own, note: 'New words' }));
  await saveArticle(store, { ...aBundle({ slug: 'new-name' }), askedFor: SLUG }, 5);
  expect(await waiting(store)).toMatchObject([
    { order: 1, removed: true },
    { order: 3, removed: false },
  ]);
  expect(await waitsAsItIs(store, 'new-name')).toBe(true);
  expect((await readArticle(store, 'new-name'))?.record.own).toMatchObject({
    tags: ['mine'],
    note: 'Old words\n\nNew words',
  });
});

it('changes many in one transaction, each once, and says which were there', async () => {
  const store = temporaryStore();
  const slugs = ['one', 'two', 'three'];
  for (const slug of slugs) await saveArticle(store, aBundle({ slug }), 1);
  const heard: ChangeRecord[] = [];
  store.announcements.subscribe((change) => heard.push(change));
  const asked = [...slugs, 'unknown', 'two'];
  const tagged = await changeOwnDataOf(store, asked, 2, (own) => ({ ...own, tags: [...own.tags, 'mine'] }));
  expect(tagged).toEqual({ ok: true, value: slugs });
  expect((await readArticle(store, 'two'))?.record.own.tags).toEqual(['mine']);
  expect(await removeArticles(store, asked, 3)).toEqual({ ok: true, value: slugs });
  expect(await waiting(store)).toMatchObject([{ removed: true }, { removed: true }, { removed: true }]);
  expect(await restoreArticles(store, ['one', 'two', 'two'], 4)).toEqual({ ok: true, value: ['one', 'two'] });
  expect(await waitsAsItIs(store, 'two')).toBe(true);
  expect(heard.map(({ kind, order }) => `${kind} ${order}`)).toEqual([
    ...['own 1', 'own 2', 'own 3'],
    ...['remove 1', 'remove 2', 'remove 3'],
    ...['restore 1', 'restore 2'],
  ]);
});

it('changes none of many when one of them cannot be changed', async () => {
  const store = temporaryStore();
  for (const slug of ['one', 'two']) await saveArticle(store, aBundle({ slug }), 1);
  let made = 0;
  const breaking = await changeOwnDataOf(store, ['one', 'two'], 2, (own) => {
    made += 1;
    if (made === 2) throw new Error('broken on purpose');
    return { ...own, tags: ['mine'] };
  });
  expect(breaking.ok).toBe(false);
  expect((await readArticle(store, 'one'))?.record.own.tags).toEqual([]);
});
