import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { countArticles } from '../../../storage/read-articles.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { SENTINEL_KEY } from '../../../storage/second-copy/copy-keys.ts';
import { type LoggedRecovery, readRecovery } from '../../../storage/second-copy/recovery-log.ts';
import { readSentinel, type Sentinel } from '../../../storage/second-copy/sentinel.ts';
import type { Witness } from '../../../storage/second-copy/witness.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { contentsOf } from '../../support/kept-contents.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName, temporaryStore } from '../../support/temporary-store.ts';

interface MemoryWitness extends Witness {
  seen: Sentinel | null;
  lost: LoggedRecovery | null;
}

function memoryWitness(): MemoryWitness {
  const witness: MemoryWitness = {
    seen: null,
    lost: null,
    loss: async () => witness.lost,
    async keepLoss(loss) {
      witness.lost = loss;
    },
    read: async () => witness.seen,
    note(sentinel) {
      witness.seen = sentinel;
    },
  };
  return witness;
}

const save = (store: Store, slug: string) => saveArticle(store, aBundle({ slug }), 9);

/** A library of three articles, the second copy as it was when there were two, and the witness. */
async function aLibrary() {
  const [name, keyed, witness] = [temporaryName(), memoryKeyed(), memoryWitness()];
  const store = guardedStore(name, keyed, { witness });
  await save(store, 'one');
  await save(store, 'two');
  const early = new Map(keyed.values);
  await save(store, 'three');
  return { name, keyed, witness, store, early };
}

function become(keyed: MemoryKeyed, values: ReadonlyMap<string, string>): void {
  keyed.values.clear();
  for (const [key, value] of values) keyed.values.set(key, value);
}

/** Takes the last save out of a database, as if it had never been. */
async function loseLast(store: Store): Promise<void> {
  await store.read(async (database) => {
    const transaction = database.transaction(['articles', 'bodies', 'originals', 'changes'], 'readwrite');
    await transaction.objectStore('articles').delete('three');
    await transaction.objectStore('bodies').delete('three');
    await transaction.objectStore('originals').delete(IDBKeyRange.bound(['three'], ['three', []]));
    await transaction.objectStore('changes').delete(3);
    await transaction.done;
  });
}

it('has seen every save that is in both stores, and no other', async () => {
  const { keyed, witness, store } = await aLibrary();
  expect(witness.seen).toEqual(await readSentinel(keyed));
  const seen = witness.seen;
  keyed.before = (call) => {
    if (call === 'set') throw new Error('no space');
  };
  await save(store, 'not copied');
  expect(witness.seen).toEqual(seen);
});

it('says nothing where only one of the stores lost something', async () => {
  const { name, keyed, witness, store, early } = await aLibrary();
  const held = await contentsOf(store);
  await store.close();
  become(keyed, early);
  const again = guardedStore(name, keyed, { witness });
  expect(await contentsOf(again)).toEqual(held);
  expect(await readRecovery(keyed)).toBeNull();
  await again.close();
  await deleteDB(name);
  expect(await contentsOf(guardedStore(name, keyed, { witness }))).toEqual(held);
  expect(await readRecovery(keyed)).toMatchObject({ missing: 0, areChangesLost: false });
});

it('tells once when both stores lost their ends, and gives no number again', async () => {
  const { name, keyed, witness, store, early } = await aLibrary();
  await loseLast(store);
  await store.close();
  become(keyed, early);
  const again = guardedStore(name, keyed, { witness });
  expect(await countArticles(again)).toBe(2);
  const note = { restored: 0, expected: 3, missing: 1, areChangesLost: true, reason: 'both', isUnderWay: false };
  expect(await readRecovery(keyed)).toMatchObject(note);
  expect(witness.lost).toMatchObject(note);
  expect(await lastSequence(again)).toBe(3);
  keyed.values.delete('copy/recovery');
  await again.close();
  expect(await countArticles(guardedStore(name, keyed, { witness }))).toBe(2);
  expect(await readRecovery(keyed)).toBeNull();
});

it('tells of it at a later opening where an earlier one could not ask', async () => {
  const { name, keyed, witness, store, early } = await aLibrary();
  await loseLast(store);
  await store.close();
  become(keyed, early);
  const blind = { ...witness, read: async () => null, note: () => {} };
  expect(await countArticles(guardedStore(name, keyed, { witness: blind }))).toBe(2);
  expect(await readRecovery(keyed)).toBeNull();
  expect(await countArticles(guardedStore(name, keyed, { witness }))).toBe(2);
  expect(await readRecovery(keyed)).toMatchObject({ reason: 'both' });
});

it('says how much is missing when the database was lost, and the end of its second copy', async () => {
  const { name, keyed, witness, store, early } = await aLibrary();
  await store.close();
  await deleteDB(name);
  become(keyed, early);
  const again = guardedStore(name, keyed, { witness });
  expect(await countArticles(again)).toBe(2);
  const note = { restored: 2, expected: 3, missing: 1, areChangesLost: true, reason: 'empty', isUnderWay: false };
  expect(await readRecovery(keyed)).toMatchObject(note);
  expect(witness.lost).toMatchObject(note);
  expect(await lastSequence(again)).toBeGreaterThan(3);
});

it('tells of it also when the recovery is stopped, and its note in the second copy lost', async () => {
  const { name, keyed, witness, store, early } = await aLibrary();
  await store.close();
  await deleteDB(name);
  become(keyed, early);
  keyed.before = (call) => {
    if (call === 'set') throw new Error('stopped');
  };
  const stopped = guardedStore(name, keyed, { witness });
  await expect(countArticles(stopped)).rejects.toThrow();
  await stopped.close();
  keyed.before = () => {};
  become(keyed, early);
  expect(await countArticles(guardedStore(name, keyed, { witness }))).toBe(2);
  expect(witness.lost).toMatchObject({ restored: 2, expected: 3, missing: 1, areChangesLost: true, isUnderWay: false });
});

it('does not call changes lost where only the sentinel was', async () => {
  const { name, keyed, witness, store } = await aLibrary();
  await store.close();
  await deleteDB(name);
  keyed.values.delete(SENTINEL_KEY);
  expect(await countArticles(guardedStore(name, keyed, { witness }))).toBe(3);
  expect(await readRecovery(keyed)).toMatchObject({ expected: 3, missing: 0, areChangesLost: false });
});

it('tells of a library that is gone from both stores', async () => {
  const { name, keyed, witness, store } = await aLibrary();
  await store.close();
  await deleteDB(name);
  keyed.values.clear();
  expect(await countArticles(guardedStore(name, keyed, { witness }))).toBe(0);
  expect(await readRecovery(keyed)).toMatchObject({ expected: 3, missing: 3, reason: 'both' });
});

it('says nothing of another library', async () => {
  const { witness } = await aLibrary();
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const other = guardedStore(name, keyed);
  await save(other, 'mine');
  await other.close();
  const again = guardedStore(name, keyed, { witness });
  expect(await countArticles(again)).toBe(1);
  expect(await readRecovery(keyed)).toBeNull();
  expect(witness.seen).toEqual(await readSentinel(keyed));
});

it('learns of a library that it has not seen', async () => {
  const [name, keyed, witness] = [temporaryName(), memoryKeyed(), memoryWitness()];
  await save(temporaryStore(name), 'from before');
  const store = guardedStore(name, keyed, { witness });
  await countArticles(store);
  await store.close();
  await countArticles(guardedStore(name, keyed, { witness }));
  expect(witness.seen).toEqual(await readSentinel(keyed));
});
