import { expect, it } from 'vitest';
import type { Holding } from '../../core/library/records.ts';
import { removeArticle } from '../../storage/bin.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { dropArticle, putHoldings } from '../../storage/put-holdings.ts';
import { readNewest, readRecord } from '../../storage/read-articles.ts';
import { readChangesAfter } from '../../storage/read-changes.ts';
import { readHolding, readHoldings } from '../../storage/read-holdings.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const SLUG = 'a-first-article';

/** A holding with own data and a revision, and the store it came from. */
async function aHolding(): Promise<{ store: Store; holding: Holding }> {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ headline: 'At first' }), 1);
  await saveArticle(store, aBundle(), 2);
  await changeOwnData(store, SLUG, 3, (own) => ({ ...own, tags: ['mine'] }));
  const holding = await readHolding(store, SLUG);
  if (holding === null) throw new Error('not saved');
  return { store, holding };
}

const kinds = async (store: Store) => (await readChangesAfter(store, 0, 100)).map(({ kind }) => kind);

it('reads everything that is kept of an article, and null for what is not in the library', async () => {
  const { store, holding } = await aHolding();
  await saveArticle(store, aBundle({ slug: 'removed' }), 4);
  await removeArticle(store, 'removed', 5);
  expect(holding.revisions.map(({ content }) => content.headline)).toEqual(['At first']);
  expect(holding.originals).toHaveLength(1);
  expect(await readHoldings(store, ['removed', SLUG, 'never'])).toEqual([null, holding, null]);
});

it('puts a holding into another library exactly as it was, with a change record, to be found by its words', async () => {
  const { holding } = await aHolding();
  const store = temporaryStore();
  await store.write(9, (write) => putHoldings(write, [holding], 'own'));
  expect(await readHolding(store, SLUG)).toEqual(holding);
  expect(await readChangesAfter(store, 0, 10)).toEqual([{ sequence: 1, kind: 'save', slug: SLUG, order: 1, at: 9 }]);
  expect(await store.read((database) => database.getAll('pending'))).toMatchObject([{ order: 1, sequence: 1 }]);
});

it('puts new ones before all others, and those that were there in their place', async () => {
  const { holding } = await aHolding();
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'older', headline: 'Older' }), 1);
  await saveArticle(store, aBundle({ headline: 'Was there' }), 2);
  await saveArticle(store, aBundle({ slug: 'newer', headline: 'Newer' }), 3);
  const other = { ...holding, article: { ...holding.article, slug: 'imported' }, originals: [], revisions: [] };
  await store.write(9, (write) =>
    putHoldings(write, [holding, { ...other, body: { ...other.body, slug: 'imported' } }], 'new'),
  );
  expect((await readNewest(store, 9)).map(({ slug }) => slug)).toEqual(['imported', 'newer', SLUG, 'older']);
  expect(await kinds(store)).toEqual(['save', 'save', 'save', 'update', 'save']);
  expect((await readHolding(store, SLUG))?.revisions).toEqual(holding.revisions);
});

it('gives a new place where another article has the holding’s', async () => {
  const { holding } = await aHolding();
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'has-it' }), 1);
  const twin = { ...holding, article: { ...holding.article, slug: 'twin', order: 7 } };
  const other = { ...twin, article: { ...twin.article, slug: 'other' } };
  await store.write(9, (write) => putHoldings(write, [holding, twin, other], 'own'));
  expect(await readRecord(store, SLUG)).toEqual({ ...holding.article, order: 2 });
  expect(await readRecord(store, 'has-it')).toMatchObject({ order: 1 });
  expect([(await readRecord(store, 'twin'))?.order, (await readRecord(store, 'other'))?.order]).toEqual([7, 4]);
});

it('drops an article with all its parts, and nothing twice', async () => {
  const { store } = await aHolding();
  const drop = () => store.write(9, (write) => dropArticle(write, SLUG));
  await drop();
  await drop();
  const left = await store.read(async (database) => [
    await database.count('articles'),
    await database.count('bodies'),
    await database.count('originals'),
    await database.count('revisions'),
    await database.count('bin'),
  ]);
  expect(left).toEqual([0, 0, 0, 0, 0]);
  expect((await kinds(store)).filter((kind) => kind === 'remove')).toHaveLength(1);
  expect(await store.read((database) => database.getAll('pending'))).toMatchObject([{ document: null }]);
});
