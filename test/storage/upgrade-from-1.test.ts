import type { IDBPDatabase } from 'idb';
import { expect, it } from 'vitest';
import { createSearchIndex } from '../../core/search/search-index.ts';
import { putInOrder } from '../../services/search/index-keeper.ts';
import { readBinSlugs, restoreArticle } from '../../storage/bin.ts';
import { readIndex, recordSource } from '../../storage/index-store.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { readQueue } from '../../storage/queue.ts';
import { readArticle, readNewest, readOriginals } from '../../storage/read-articles.ts';
import { readChangesAfter } from '../../storage/read-changes.ts';
import type { Store } from '../../storage/store.ts';
import { request } from '../core/search/libraries.ts';
import library from '../fixtures/library/version-1.json';
import { writeFrozen } from '../support/frozen-library.ts';
import { withBytes } from '../support/frozen-records.ts';
import { temporaryStore } from '../support/temporary-store.ts';

/** The schema of version 1 as it was released: a copy, so that no edit of today can change what this test starts from. */
function createVersion1(database: IDBPDatabase): void {
  database.createObjectStore('articles', { keyPath: 'slug' }).createIndex('by-order', 'order', { unique: true });
  database.createObjectStore('bodies', { keyPath: 'slug' });
  database.createObjectStore('originals', { keyPath: ['slug', 'source'] });
  database.createObjectStore('revisions', { keyPath: ['slug', 'contentHash'] });
  database.createObjectStore('bin', { keyPath: 'slug' });
  database.createObjectStore('redirects', { keyPath: 'from' });
  database.createObjectStore('queue', { keyPath: 'slug' });
  database.createObjectStore('changes', { autoIncrement: true });
}

const { changes, ...keyed } = library;

/** The fixture's records but its changes, with their bytes as bytes. */
const STORED: { readonly [store: string]: readonly unknown[] } = withBytes(keyed);

async function openedToday(): Promise<Store> {
  return temporaryStore(await writeFrozen(1, createVersion1, library));
}

async function found(store: Store, text: string): Promise<readonly string[]> {
  const index = createSearchIndex(recordSource(store));
  const { entries, pending } = await readIndex(store);
  await index.update(
    entries,
    pending.map(({ order, document }) => ({ key: order, document })),
  );
  const answer = await index.search(request({ kind: 'word', text, prefix: false }));
  if (answer.kind !== 'found') throw new Error(answer.kind);
  const records = await readNewest(store, 100);
  return answer.hits.map(({ key }) => records.find(({ order }) => order === key)?.slug ?? String(key)).sort();
}

it('finds every record of version 1 as it was', async () => {
  const store = await openedToday();
  const read = await store.read(async (database) => {
    const names = Object.keys(STORED) as ('articles' | 'bodies')[];
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await database.getAll(name)])));
  });
  expect(read).toEqual(STORED);
  expect(await readOriginals(store, 'came-back')).toMatchObject([{ bytes: expect.any(Uint8Array) }]);
  expect((await readArticle(store, 'robots-that-fold'))?.record.slug).toBe('robots-that-fold-everything');
  expect(await readQueue(store)).toHaveLength(1);
});

it('reads its changes as made to articles whose place is not told, and numbers the next ones after them', async () => {
  const store = await openedToday();
  const told = changes.map(({ key, value }) => ({ sequence: key, ...value, order: null }));
  expect(await readChangesAfter(store, 0, 1_000)).toEqual(told);
  await changeOwnData(store, 'came-back', 9, (own) => ({ ...own, readAt: 9 }));
  const last = changes.at(-1)?.key ?? 0;
  const order = library.articles.find(({ slug }) => slug === 'came-back')?.order;
  expect(await readChangesAfter(store, last, 1_000)).toEqual([
    { sequence: last + 1, kind: 'own', slug: 'came-back', order, at: 9 },
  ]);
});

it('has an empty index that says so, and after indexing finds every article by its words', async () => {
  const store = await openedToday();
  expect(await readIndex(store)).toMatchObject({ entries: [], pending: [], isComplete: false });
  await putInOrder(
    store,
    () => Promise.resolve(),
    () => {},
  );
  const index = await readIndex(store);
  expect(index).toMatchObject({ entries: [{ documents: library.articles.length, deleted: 0 }], isComplete: true });
  expect(await found(store, 'corrected')).toEqual(['chips-for-everyone']);
  expect(await found(store, '東京')).toEqual(['tokyo-reads-along']);
  expect(await found(store, 'später')).toEqual(['tokyo-reads-along']);
  expect(await found(store, 'parliament')).toEqual(['a-law-for-models']);
  expect(await found(store, 'removed')).toEqual(['came-back']);
});

it('finds what version 1 removed once it is restored', async () => {
  const store = await openedToday();
  expect(await readBinSlugs(store)).toEqual(['to-be-removed']);
  expect(await restoreArticle(store, 'to-be-removed', 9)).toEqual({ ok: true, value: true });
  expect(await found(store, 'body')).toContain('to-be-removed');
});
