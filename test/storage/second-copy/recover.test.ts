import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { readRecord } from '../../../storage/read-articles.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { contentKey, SENTINEL_KEY } from '../../../storage/second-copy/copy-keys.ts';
import { readRecovery } from '../../../storage/second-copy/recovery-log.ts';
import { readSentinel } from '../../../storage/second-copy/sentinel.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { contentsOf, FILLED, fillLibrary } from '../../support/kept-contents.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName } from '../../support/temporary-store.ts';

/** A library whose database was lost as a whole: its second copy, and what it held. */
async function aLostLibrary(make: (store: Store) => Promise<void> = fillLibrary) {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await make(store);
  const held = await contentsOf(store);
  await store.close();
  await deleteDB(name);
  return { name, keyed, held };
}

/** The same second copy once more, for another try. */
function copyOf({ values }: MemoryKeyed): MemoryKeyed {
  const copy = memoryKeyed();
  for (const [key, value] of values) copy.values.set(key, value);
  return copy;
}

it('brings back everything after the database was lost, and notes it until it is put away', async () => {
  const { name, keyed, held } = await aLostLibrary();
  const store = guardedStore(name, keyed);
  expect(await contentsOf(store)).toEqual(held);
  const counts = { restored: FILLED, expected: FILLED, missing: 0, before: 0 };
  const note = { at: 1_000, ...counts, areChangesLost: false, reason: 'empty', isUnderWay: false };
  expect(await readRecovery(keyed)).toEqual(note);
  await store.close();
  expect(await contentsOf(guardedStore(name, keyed, { now: () => 2_000 }))).toEqual(held);
  expect(await readRecovery(keyed)).toEqual(note);
});

it('gives no change a number, and no new article a place, that one had before', async () => {
  const { name, keyed } = await aLostLibrary();
  const before = await readSentinel(keyed);
  const store = guardedStore(name, keyed);
  await saveArticle(store, aBundle({ slug: 'after' }), 1);
  expect((await readRecord(store, 'after'))?.order).toBeGreaterThan(before?.through ?? Number.NaN);
  const { last, through } = { last: await lastSequence(store), through: (await readSentinel(keyed))?.through };
  expect(through).toBe(last);
});

it('survives being stopped at every step: the next opening ends what was begun', async () => {
  const { keyed: lost, held } = await aLostLibrary();
  let stops = 0;
  for (let step = 1, wasStopped = true; wasStopped; step += 1) {
    const [name, keyed] = [temporaryName(), copyOf(lost)];
    let steps = 0;
    wasStopped = false;
    const beforeTransaction = (): void => {
      steps += 1;
      if (steps !== step) return;
      wasStopped = true;
      stops += 1;
      throw new Error(`stopped at step ${step}`);
    };
    keyed.before = beforeTransaction;
    const first = guardedStore(name, keyed, { beforeTransaction });
    await contentsOf(first).catch(() => {});
    await first.close();
    keyed.before = () => {};
    const store = guardedStore(name, keyed);
    expect(await contentsOf(store), `step ${step}`).toEqual(held);
    expect(await readRecovery(keyed), `step ${step}`).toMatchObject({ restored: FILLED, expected: FILLED });
    expect(await readSentinel(keyed), `step ${step}`).toMatchObject({
      articles: FILLED,
      through: await lastSequence(store),
    });
    await store.close();
    await deleteDB(name);
  }
  expect(stops).toBeGreaterThan(20);
});

it('brings back what a database lost that has only its latest changes not', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  const early = await store.read(async (database) => ({
    articles: await database.getAll('articles'),
    bodies: await database.getAll('bodies'),
    bin: await database.getAll('bin'),
    last: await lastSequence(store),
  }));
  await saveArticle(store, aBundle({ slug: 'late' }), 8);
  await changeOwnData(store, 'kept', 8, (own) => ({ ...own, tags: ['late'] }));
  await removeArticle(store, 'revised', 8);
  await saveArticle(store, { ...aBundle({ slug: 'newest-name' }), askedFor: 'new-name' }, 8);
  const held = await contentsOf(store);
  await store.read(async (database) => {
    const names = ['articles', 'bodies', 'bin', 'changes', 'revisions', 'redirects'] as const;
    const transaction = database.transaction(names, 'readwrite');
    for (const cleared of ['articles', 'bodies', 'bin'] as const) await transaction.objectStore(cleared).clear();
    for (const record of early.articles) await transaction.objectStore('articles').put(record);
    for (const record of early.bodies) await transaction.objectStore('bodies').put(record);
    for (const record of early.bin) await transaction.objectStore('bin').put(record);
    await transaction.objectStore('changes').delete(IDBKeyRange.lowerBound(early.last, true));
    await transaction.objectStore('redirects').delete('new-name');
    await transaction.done;
  });
  await store.close();
  expect(await contentsOf(guardedStore(name, keyed))).toEqual(held);
  expect(await readRecovery(keyed)).toMatchObject({ reason: 'behind', expected: FILLED, missing: 0 });
});

it('leaves out a copy that is damaged, and says how many articles there should have been', async () => {
  const { name, keyed, held } = await aLostLibrary();
  const value = keyed.values.get(contentKey('kept')) ?? '';
  keyed.values.set(contentKey('kept'), value.replace(/(?<=packed":".{60})..../, 'AAAA'));
  const store = guardedStore(name, keyed);
  const back = await contentsOf(store);
  expect(back['articles']).toEqual(
    held['articles']?.filter((article) => (article as { slug: string }).slug !== 'kept'),
  );
  expect(await readRecovery(keyed)).toMatchObject({ restored: FILLED - 1, expected: FILLED, missing: 1 });
  expect(await readSentinel(keyed)).toMatchObject({ articles: FILLED - 1 });
});

it.each<[string, (keyed: MemoryKeyed) => void]>([
  ['is gone', (keyed) => keyed.values.delete(SENTINEL_KEY)],
  ['says nothing that can be read', (keyed) => keyed.values.set(SENTINEL_KEY, '{"id":7}')],
  ['is no JSON', (keyed) => keyed.values.set(SENTINEL_KEY, '{"id":')],
])('brings back the library also when the sentinel %s', async (_, damage) => {
  const { name, keyed, held } = await aLostLibrary();
  damage(keyed);
  expect(await contentsOf(guardedStore(name, keyed))).toEqual(held);
  expect(await readSentinel(keyed)).toMatchObject({ articles: FILLED });
});

it('reads the copies one by one where the store cannot read them together', async () => {
  const { name, keyed, held } = await aLostLibrary();
  keyed.values.set(contentKey('torn'), '{"sequence":');
  expect(await contentsOf(guardedStore(name, keyed))).toEqual(held);
});

it('shows no empty library where the second copy cannot be asked what it held', async () => {
  const { name, keyed, held } = await aLostLibrary();
  keyed.before = (call) => {
    if (call === 'get') throw new Error('cannot be read');
  };
  const store = guardedStore(name, keyed);
  await expect(contentsOf(store)).rejects.toThrow('cannot be read');
  keyed.before = () => {};
  expect(await contentsOf(store)).toEqual(held);
});

it('brings a saved search back that alone was lost', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  await saveSearch(store, { name: 'late', query: 'law', sort: 'saved', createdAt: 8, seenThrough: 0 });
  const held = await contentsOf(store);
  await store.writeBeside(['library'], (transaction) => transaction.objectStore('library').put(1, 'searches-revision'));
  await store.read((database) => database.delete('searches', 'late'));
  await store.close();
  expect(await contentsOf(guardedStore(name, keyed))).toEqual(held);
});
