import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { purgeArticles, removeArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { dropFromQueue } from '../../../storage/queue.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { CHECKED_KEY, contentKey, queueKey, redirectKey, stateKey } from '../../../storage/second-copy/copy-keys.ts';
import { healCopies } from '../../../storage/second-copy/heal.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { contentsOf, fillLibrary } from '../../support/kept-contents.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName } from '../../support/temporary-store.ts';

async function aLibrary() {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  return { name, keyed, store };
}

type Library = Awaited<ReturnType<typeof aLibrary>>;

const heal = ({ store, keyed, name }: Library, locks: Pick<LockManager, 'request'> = navigator.locks) =>
  store.read((database) => healCopies({ database, keyed, locks, lock: `lock of ${name}` }));

/** Puts the copies of `keys` back to what they were `before`, as a hole in a log does it. */
function dropFrom(keyed: MemoryKeyed, before: ReadonlyMap<string, string>, keys: readonly string[]): void {
  for (const key of keys) {
    const value = before.get(key);
    if (value === undefined) keyed.values.delete(key);
    else keyed.values.set(key, value);
  }
}

/** What comes back from the second copy when the database is lost. */
async function broughtBack({ name, keyed, store }: Library): Promise<unknown> {
  await store.close();
  await deleteDB(name);
  return contentsOf(guardedStore(name, keyed));
}

const saveMany = async (store: Store, count: number) => {
  for (let n = 0; n < count; n += 1) await saveArticle(store, aBundle({ slug: `one-of-many-${n}` }), 9);
};

it('finds nothing to do in a second copy that is well, and writes nothing but that it looked', async () => {
  const library = await aLibrary();
  const written: string[] = [];
  library.keyed.before = (call, keys) => {
    if (call !== 'get') written.push(`${call} ${keys.join(' ')}`);
  };
  expect(await heal(library)).toBe(0);
  expect(written).toEqual([`set ${CHECKED_KEY}`]);
});

it.each<[string, readonly string[], (store: Store) => Promise<unknown>]>([
  ['an article', [contentKey('late')], (store) => saveArticle(store, aBundle({ slug: 'late' }), 9)],
  [
    'a new revision',
    [contentKey('revised')],
    (store) => saveArticle(store, aBundle({ slug: 'revised', headline: 'Corrected twice' }), 9),
  ],
  [
    'a new revision, but not what was done with it after that',
    [contentKey('revised')],
    async (store) => {
      await saveArticle(store, aBundle({ slug: 'revised', headline: 'Corrected twice' }), 9);
      await changeOwnData(store, 'revised', 10, (own) => ({ ...own, tags: ['late'] }));
    },
  ],
  [
    'a tag',
    [stateKey('kept')],
    (store) => changeOwnData(store, 'kept', 9, (own) => ({ ...own, tags: [...own.tags, 'late'] })),
  ],
  ['that an article went into the bin', [stateKey('revised')], (store) => removeArticle(store, 'revised', 9)],
  [
    'that an article was deleted for good',
    [contentKey('removed'), stateKey('removed')],
    (store) => purgeArticles(store, ['removed'], 9),
  ],
  [
    'that an article was renamed',
    [contentKey('newest'), contentKey('new-name'), redirectKey('new-name'), redirectKey('old-name')],
    (store) => saveArticle(store, { ...aBundle({ slug: 'newest' }), askedFor: 'new-name' }, 9),
  ],
  [
    'that nothing waits any more',
    [queueKey('waits')],
    (store) => store.write(9, (write) => dropFromQueue(write, 'waits')),
  ],
])('copies again when the second copy dropped %s', async (_, keys, change) => {
  const library = await aLibrary();
  const { keyed, store } = library;
  const before = new Map(keyed.values);
  await change(store);
  const held = await contentsOf(store);
  dropFrom(keyed, before, keys);
  expect(await heal(library)).toBeGreaterThan(0);
  expect(await heal(library)).toBe(0);
  expect(await broughtBack(library)).toEqual(held);
});

it('copies again what is damaged, or cannot be read at all', async () => {
  const library = await aLibrary();
  const { keyed, store } = library;
  const held = await contentsOf(store);
  const packed = keyed.values.get(contentKey('kept')) ?? '';
  keyed.values.set(contentKey('kept'), packed.replace(/(?<=packed":".{60})..../, 'AAAA'));
  keyed.values.set(contentKey('revised'), '{"sequence":');
  expect(await heal(library)).toBe(2);
  expect(await broughtBack(library)).toEqual(held);
});

it('lets a save through between two pieces', async () => {
  const library = await aLibrary();
  await saveMany(library.store, 30);
  const sizes: number[] = [];
  library.keyed.before = (call, keys) => {
    if (call === 'get' && keys.length > 1) sizes.push(keys.length);
  };
  let asked = 0;
  const locks = {
    request: (name: string, work: () => Promise<number>) => {
      asked += 1;
      return navigator.locks.request(name, work);
    },
  } as Pick<LockManager, 'request'>;
  await heal(library, locks);
  expect(asked).toBe(sizes.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
});

it('looks at the next start once more at what it copied again, and leaves what was well twice', async () => {
  const library = await aLibrary();
  const { keyed, store } = library;
  await saveMany(store, 210);
  await heal(library);
  await heal(library);
  keyed.values.delete(contentKey('kept'));
  expect(await heal(library)).toBe(0);
  keyed.values.delete(contentKey('one-of-many-209'));
  expect(await heal(library)).toBe(1);
  await saveMany(store, 1);
  keyed.values.delete(contentKey('one-of-many-209'));
  expect(await heal(library)).toBe(1);
});

it('begins anew at the next start where it was stopped', async () => {
  const library = await aLibrary();
  const { keyed } = library;
  keyed.values.delete(contentKey('kept'));
  keyed.before = (call) => {
    if (call === 'set') throw new Error('stopped');
  };
  await expect(heal(library)).rejects.toThrow('stopped');
  expect(keyed.values.has(CHECKED_KEY)).toBe(false);
  keyed.before = () => {};
  expect(await heal(library)).toBe(1);
});
