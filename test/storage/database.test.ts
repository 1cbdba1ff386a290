import { deleteDB, openDB } from 'idb';
import { expect, it, onTestFinished } from 'vitest';
import { connectLibrary } from '../../storage/database.ts';
import { countArticles } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { DATABASE_VERSION } from '../../storage/upgrades.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryName, temporaryStore } from '../support/temporary-store.ts';

it('has the stores and indexes of its version', async () => {
  const store = temporaryStore();
  const shape = await store.read(async (database) => ({
    version: database.version,
    stores: Array.from(database.objectStoreNames),
    articles: Array.from(database.transaction('articles').store.indexNames),
    bin: Array.from(database.transaction('bin').store.indexNames),
  }));
  expect(shape).toEqual({
    version: DATABASE_VERSION,
    stores: [
      'articles',
      'bin',
      'bodies',
      'catalogue',
      'changes',
      'index-records',
      'index-state',
      'library',
      'originals',
      'pending',
      'queue',
      'redirects',
      'revisions',
      'searches',
    ],
    articles: ['by-order'],
    bin: ['by-removed'],
  });
});

it('lets go at once when a newer version of the product wants the database, and says so', async () => {
  const name = temporaryName();
  let superseded = 0;
  const connection = connectLibrary({ superseded: () => (superseded += 1) }, name);
  await connection.database();
  const newer = await openDB(name, DATABASE_VERSION + 1);
  onTestFinished(async () => {
    newer.close();
    await deleteDB(name);
  });
  expect(superseded).toBe(1);
});

it('names the problem when the database was written by a newer version, and deletes nothing', async () => {
  const name = temporaryName();
  const newer = await openDB(name, DATABASE_VERSION + 1, {
    upgrade: (database) => void database.createObjectStore('from-the-future').put('kept', 'key'),
  });
  newer.close();
  const store = temporaryStore(name);
  expect(await saveArticle(store, aBundle(), 1)).toMatchObject({ ok: false, problem: { kind: 'database-newer' } });
  const reopened = await openDB(name);
  expect(await reopened.get('from-the-future', 'key')).toBe('kept');
  reopened.close();
});

it('opens a connection again that was closed under it', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await store.read(async (database) => database.close());
  expect(await countArticles(store)).toBe(1);
  await store.read(async (database) => database.close());
  expect((await saveArticle(store, aBundle(), 2)).ok).toBe(true);
});

it('tries again after an attempt to open failed', async () => {
  const name = temporaryName();
  const newer = await openDB(name, DATABASE_VERSION + 1);
  newer.close();
  const store = temporaryStore(name);
  await expect(countArticles(store)).rejects.toThrow();
  await deleteDB(name);
  expect(await countArticles(store)).toBe(0);
});
