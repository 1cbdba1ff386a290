import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import type { Holding } from '../../../core/library/records.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { putHoldings } from '../../../storage/put-holdings.ts';
import { countArticles } from '../../../storage/read-articles.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { SENTINEL_KEY, slugsIn } from '../../../storage/second-copy/copy-keys.ts';
import { readCopies } from '../../../storage/second-copy/read-copies.ts';
import { readRecovery } from '../../../storage/second-copy/recovery-log.ts';
import { readSentinel } from '../../../storage/second-copy/sentinel.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle, aRecord } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { contentsOf, FILLED, fillLibrary } from '../../support/kept-contents.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName, temporaryStore } from '../../support/temporary-store.ts';

const identity = (store: Store) => store.read((database) => database.get('library', 'identity'));

/** What comes back from the second copy alone. */
async function broughtBack(keyed: MemoryKeyed): Promise<unknown> {
  return contentsOf(guardedStore(temporaryName(), keyed));
}

function holdings(count: number): Holding[] {
  return Array.from({ length: count }, (_, number) => {
    const slug = `article-${number}`;
    const body = { slug, articleBody: `Body ${number}`, bodyFormat: 'markdown' as const };
    return { article: aRecord({ slug, order: number + 1 }), body, originals: [], revisions: [] };
  });
}

it('gives a new library an id that its copy knows, and opens it without a word', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed, { newId: () => 'the-id' });
  expect(await countArticles(store)).toBe(0);
  expect(await identity(store)).toEqual({ id: 'the-id', createdAt: 1_000 });
  expect(await readSentinel(keyed)).toEqual({ id: 'the-id', articles: 0, through: 0 });
  expect(await readRecovery(keyed)).toBeNull();
});

it('asks for nothing but sentinel and searches, and waits for no lock, when all is well', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  await store.close();
  const calls: string[] = [];
  keyed.before = (call) => calls.push(call);
  const locks = { request: () => Promise.reject(new Error('no lock')) } as unknown as LockManager;
  expect(await countArticles(guardedStore(name, keyed, { locks }))).toBe(FILLED);
  expect(calls).toEqual(['get']);
});

it('copies a library from before there were copies, whatever it holds', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const older = temporaryStore(name);
  await fillLibrary(older);
  const held = await contentsOf(older);
  expect(await contentsOf(guardedStore(name, keyed))).toEqual(held);
  expect(await readSentinel(keyed)).toMatchObject({ articles: FILLED, through: await lastSequence(older) });
  expect(await broughtBack(keyed)).toEqual(held);
});

it('copies a big one behind the first read, and saves are copied meanwhile', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const older = temporaryStore(name);
  await older.write(1, (write) => putHoldings(write, holdings(1_000), 'own'));
  const store = guardedStore(name, keyed);
  expect(await countArticles(store)).toBe(1_000);
  expect(await saveArticle(store, aBundle(), 2)).toEqual({ ok: true, value: 'saved' });
  expect(await readCopies(keyed, ['a-first-article'])).toHaveLength(1);
  await expect.poll(() => readSentinel(keyed), { timeout: 10_000 }).toMatchObject({ articles: 1_001, through: 1_001 });
  expect(slugsIn(await keyed.getKeys()).articles.size).toBe(1_001);
  const held = await contentsOf(store);
  expect(await broughtBack(keyed)).toEqual(held);
});

it('lets a save wait for one piece of the first copy at most, however many saves and contexts there are', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const older = temporaryStore(name);
  await older.write(1, (write) => putHoldings(write, holdings(4_000), 'own'));
  const stores = [guardedStore(name, keyed), guardedStore(name, keyed)] as const;
  await Promise.all(stores.map(countArticles));
  const pieces: number[] = [];
  for (let number = 0; number < 10; number += 1) {
    const sets: (readonly string[])[] = [];
    keyed.before = (call, keys) => call === 'set' && sets.push(keys);
    const slug = `saved-${number}`;
    await saveArticle(number % 2 === 0 ? stores[0] : stores[1], aBundle({ slug }), 2);
    pieces.push(sets.filter((keys) => keys.length > 2).length);
  }
  expect(await readSentinel(keyed)).not.toMatchObject({ through: 4_010 }); // All of them were saved meanwhile.
  expect(Math.max(...pieces)).toBeLessThanOrEqual(1);
  keyed.before = () => {};
  await expect.poll(() => readSentinel(keyed), { timeout: 10_000 }).toMatchObject({ articles: 4_010, through: 4_010 });
});

it('begins anew where the first copy was stopped at any step, and never calls that a recovery', async () => {
  for (let step = 1, wasStopped = true; wasStopped; step += 1) {
    const [name, keyed] = [temporaryName(), memoryKeyed()];
    const older = temporaryStore(name);
    await fillLibrary(older);
    const held = await contentsOf(older);
    let steps = 0;
    wasStopped = false;
    const beforeTransaction = (): void => {
      steps += 1;
      if (steps !== step) return;
      wasStopped = true;
      throw new Error('stopped');
    };
    keyed.before = beforeTransaction;
    const first = guardedStore(name, keyed, { beforeTransaction });
    await contentsOf(first).catch(() => {});
    await first.close();
    keyed.before = () => {};
    const store = guardedStore(name, keyed);
    expect(await contentsOf(store), `step ${step}`).toEqual(held);
    expect(await readRecovery(keyed), `step ${step}`).toBeNull();
    expect(await broughtBack(keyed), `step ${step}`).toEqual(held);
  }
});

it('copies what another context was stopped before copying, when it is next opened', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  await store.close();
  const uncopied = temporaryStore(name);
  await saveArticle(uncopied, aBundle({ slug: 'uncopied' }), 9);
  await removeArticle(uncopied, 'kept', 9);
  const held = await contentsOf(guardedStore(name, keyed));
  expect(await readRecovery(keyed)).toBeNull();
  expect(await broughtBack(keyed)).toEqual(held);
});

it('can be read when nothing can be copied, and says so at the next write', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  await fillLibrary(temporaryStore(name));
  keyed.before = (call) => {
    if (call === 'set') throw new Error('no space');
  };
  const store = guardedStore(name, keyed);
  expect(await countArticles(store)).toBe(FILLED);
  expect(await saveArticle(store, aBundle(), 9)).toMatchObject({ ok: false, problem: { kind: 'copy-failed' } });
  keyed.before = () => {
    throw new Error('cannot be read either');
  };
  await store.close();
  expect(await saveArticle(guardedStore(name, keyed), aBundle(), 9)).toMatchObject({ ok: false });
});

it('joins a database of another library with the copy: nothing of either is lost', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(temporaryName(), keyed);
  await fillLibrary(store);
  const other = guardedStore(name, memoryKeyed());
  await saveArticle(other, aBundle({ slug: 'only-there' }), 1);
  await saveArticle(other, aBundle({ slug: 'kept', headline: 'Theirs' }), 1);
  await other.close();
  const joined = guardedStore(name, keyed);
  const slugs = await joined.read((database) => database.getAllKeys('articles'));
  expect(slugs).toEqual(['came-back', 'kept', 'new-name', 'only-there', 'revised']);
  expect(await joined.read((database) => database.get('articles', 'kept'))).toMatchObject({ headline: 'Theirs' });
  expect((await readSentinel(keyed))?.id).toBe(((await identity(store)) as { id: string }).id);
  expect(await broughtBack(keyed)).toEqual(await contentsOf(joined));
});

it('makes a new copy where all of it is gone', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  const id = await identity(store);
  await store.close();
  keyed.values.clear();
  const again = guardedStore(name, keyed);
  const held = await contentsOf(again);
  expect(await identity(again)).toEqual(id);
  expect(await readRecovery(keyed)).toBeNull();
  expect(await broughtBack(keyed)).toEqual(held);
});

it('looks again when the database was lost under an open connection', async () => {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await fillLibrary(store);
  const held = await contentsOf(store);
  await deleteDB(name);
  expect(await contentsOf(store)).toEqual(held);
  expect(keyed.values.has(SENTINEL_KEY)).toBe(true);
});
