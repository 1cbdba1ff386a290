import type { IDBPDatabase } from 'idb';
import { expect, it } from 'vitest';
import { openCatalogue } from '../../core/catalogue/catalogue.ts';
import { createSearchIndex } from '../../core/search/search-index.ts';
import { readBinSlugs, restoreArticle } from '../../storage/bin.ts';
import { readCatalogue } from '../../storage/catalogue-table.ts';
import { readIndex, recordSource } from '../../storage/index-store.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { readArticle } from '../../storage/read-articles.ts';
import { lastSequence } from '../../storage/read-changes.ts';
import { readSearches } from '../../storage/saved-searches.ts';
import type { Store } from '../../storage/store.ts';
import { request } from '../core/search/libraries.ts';
import library from '../fixtures/library/version-2.json';
import { writeFrozen } from '../support/frozen-library.ts';
import { withBytes } from '../support/frozen-records.ts';
import { temporaryStore } from '../support/temporary-store.ts';

/** The schema of version 2 as it was released: a copy, so that no edit of today can change what this test starts from. */
function createVersion2(database: IDBPDatabase): void {
  database.createObjectStore('articles', { keyPath: 'slug' }).createIndex('by-order', 'order', { unique: true });
  database.createObjectStore('bodies', { keyPath: 'slug' });
  database.createObjectStore('originals', { keyPath: ['slug', 'source'] });
  database.createObjectStore('revisions', { keyPath: ['slug', 'contentHash'] });
  database.createObjectStore('bin', { keyPath: 'slug' });
  database.createObjectStore('redirects', { keyPath: 'from' });
  database.createObjectStore('queue', { keyPath: 'slug' });
  database.createObjectStore('changes', { autoIncrement: true });
  database.createObjectStore('pending', { keyPath: 'order' });
  database.createObjectStore('index-state');
  database.createObjectStore('searches', { keyPath: 'name' });
  database.createObjectStore('catalogue');
  database.createObjectStore('index-records');
}

async function openedToday(): Promise<Store> {
  return temporaryStore(await writeFrozen(2, createVersion2, library));
}

it('finds every record of version 2 as it was', async () => {
  const store = await openedToday();
  const names = Object.keys(library) as (keyof typeof library)[];
  const read = await store.read(async (database) =>
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => {
          const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
          const isKeyed = database.transaction(name).store.keyPath === null;
          return [name, isKeyed ? values.map((value, index) => ({ key: keys[index], value })) : values] as const;
        }),
      ),
    ),
  );
  expect(read).toEqual(withBytes(library));
});

it('keeps the index, the catalogue and the searches in use', async () => {
  const store = await openedToday();
  const { entries, pending, isComplete } = await readIndex(store);
  expect({ segments: entries.length, isComplete }).toEqual({ segments: 1, isComplete: true });
  const index = createSearchIndex(recordSource(store));
  await index.update(
    entries,
    pending.map(({ order, document }) => ({ key: order, document })),
  );
  const hits = async (text: string): Promise<number> => {
    const answer = await index.search(request({ kind: 'word', text, prefix: false }));
    return answer.kind === 'found' ? answer.hits.length : Number.NaN;
  };
  expect([await hits('parliament'), await hits('pending'), await hits('東京')]).toEqual([1, 1, 0]);
  expect(openCatalogue((await readCatalogue(store))?.image)).not.toBeNull();
  expect((await readSearches(store)).map(({ name }) => name)).toEqual(['Chips & law', 'Größe']);
});

it('goes on with its changes, its bin and its own data', async () => {
  const store = await openedToday();
  const last = library.changes.at(-1)?.key ?? Number.NaN;
  expect((await readArticle(store, 'came-back'))?.record.own).toMatchObject({ note: 'Read with Ada.' });
  expect(await readBinSlugs(store)).toEqual(['tokyo-reads-along', 'to-be-removed']);
  expect(await restoreArticle(store, 'tokyo-reads-along', 9)).toEqual({ ok: true, value: true });
  await changeOwnData(store, 'tokyo-reads-along', 9, (own) => ({ ...own, readAt: 9 }));
  expect(await lastSequence(store)).toBe(last + 2);
});

it('does not know yet which library it is', async () => {
  const store = await openedToday();
  expect(await store.read((database) => database.getAllKeys('library'))).toEqual([]);
});
