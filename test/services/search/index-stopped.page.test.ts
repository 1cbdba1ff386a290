import { expect, it } from 'vitest';
import { flushIndex } from '../../../services/search/index-flush.ts';
import { putInOrder } from '../../../services/search/index-keeper.ts';
import { removeArticle } from '../../../storage/bin.ts';
import { readIndexState, sweepRecords } from '../../../storage/index-writes.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import type { Store } from '../../../storage/store.ts';
import { temporaryStore } from '../../support/temporary-store.ts';
import { Stopped, stopAt } from './index-faults.ts';
import { bundleOf, freshAnswers, saveSome, someFields, storedAnswers } from './index-library.ts';

const pause = () => Promise.resolve();
const INDEX_STORES = ['pending', 'index-records', 'index-state'] as const;

/** Everything the index's writer may write, to be put back before it is stopped somewhere else. */
async function copyIndex(store: Store) {
  return store.read((database) =>
    Promise.all(
      INDEX_STORES.map(async (name) => {
        const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
        return { name, keys, values };
      }),
    ),
  );
}

type Copy = Awaited<ReturnType<typeof copyIndex>>;

async function putBack(store: Store, copy: Copy): Promise<void> {
  await store.writeBeside(INDEX_STORES, async (transaction) => {
    for (const { name, keys, values } of copy) {
      const stored = transaction.objectStore(name);
      await stored.clear();
      await Promise.all(
        values.map((value, index) =>
          stored.keyPath === null ? stored.put(value, keys[index] as never) : stored.put(value),
        ),
      );
    }
  });
}

async function flushNow(store: Store): Promise<void> {
  await flushIndex(store, (await readIndexState(store)).entries, pause);
}

async function work(store: Store): Promise<void> {
  await sweepRecords(store);
  await putInOrder(store, pause, () => {});
}

/** A library of five small segments, some articles in them replaced and removed: there is a merge to be done. */
async function libraryToMerge(): Promise<Store> {
  const store = temporaryStore();
  await work(store);
  for (let segment = 0; segment < 5; segment += 1) {
    await saveSome(store, `part-${segment}`, 24, segment);
    if (segment > 0) await changeSome(store, `part-${segment - 1}`);
    await flushNow(store);
  }
  return store;
}

/** Three segments, and enough waiting to be flushed: new articles, new words and tags for old ones, and removals. */
async function libraryToFlush(): Promise<Store> {
  const store = temporaryStore();
  await work(store);
  for (let segment = 0; segment < 3; segment += 1) {
    await saveSome(store, `part-${segment}`, 30, segment);
    await flushNow(store);
  }
  await changeSome(store, 'part-1');
  await saveSome(store, 'new', 128, 9);
  return store;
}

/** A library whose index is gone, with a few articles that wait nevertheless. */
async function libraryToFill(): Promise<Store> {
  const store = temporaryStore();
  await saveSome(store, 'old', 230, 1);
  await store.writeBeside(['pending', 'index-state'], async (transaction) => {
    await transaction.objectStore('pending').clear();
    await transaction.objectStore('index-state').clear();
  });
  await changeSome(store, 'old');
  return store;
}

async function changeSome(store: Store, prefix: string): Promise<void> {
  const [fields] = someFields(1, 77);
  if (fields === undefined) throw new Error('no words');
  await Promise.all([
    saveArticle(store, bundleOf(`${prefix}-1`, fields), 2_000),
    changeOwnData(store, `${prefix}-2`, 2_000, (own) => ({ ...own, tags: ['later', 'openai'] })),
    removeArticle(store, `${prefix}-3`, 2_000),
  ]);
}

/** `count` different numbers from 1 to `most`, spread evenly; all where there are not so many. */
function spread(count: number, most: number): readonly number[] {
  const numbers = Array.from({ length: count }, (_, index) => 1 + Math.round((index * (most - 1)) / (count - 1)));
  return [...new Set(numbers)];
}

/** Stops the work at `count` of its steps; whether what was left was a whole index each time, and the work could go on. */
async function stopEverywhere(store: Store, count: number, isWholeWhenStopped: boolean): Promise<void> {
  const expected = await freshAnswers(store);
  const before = await copyIndex(store);
  const unstopped = stopAt(Number.POSITIVE_INFINITY, store);
  await work(unstopped.store);
  const afterwards = await readIndexState(store);
  expect(await storedAnswers(store)).toEqual(expected);
  const points = spread(count, unstopped.steps);
  expect(points.length).toBeGreaterThan(30);
  for (const point of points) {
    await putBack(store, before);
    await expect(work(stopAt(point, store).store), `stopped at step ${point}`).rejects.toBeInstanceOf(Stopped);
    if (isWholeWhenStopped) expect(await storedAnswers(store), `stopped at step ${point}`).toEqual(expected);
    await work(store);
    expect(await storedAnswers(store), `resumed after step ${point}`).toEqual(expected);
    const { missingAbove, entries } = await readIndexState(store);
    expect(missingAbove).toBeNull();
    expect(entries.map(({ documents }) => documents)).toEqual(afterwards.entries.map(({ documents }) => documents));
    expect(new Set(await segmentsWithRecords(store))).toEqual(new Set(entries.map(({ id }) => id)));
  }
}

async function segmentsWithRecords(store: Store): Promise<number[]> {
  const keys = await store.read((database) => database.getAllKeys('index-records'));
  return keys.map((key) => Math.floor(key / (8 * 16_777_216)));
}

it('loses and doubles no article wherever a flush is stopped', async () => {
  await stopEverywhere(await libraryToFlush(), 140, true);
}, 240_000);

it('loses and doubles no article wherever a merge is stopped', async () => {
  await stopEverywhere(await libraryToMerge(), 60, true);
}, 240_000);

it('loses and doubles no article wherever the filling of an empty index is stopped', async () => {
  await stopEverywhere(await libraryToFill(), 60, false);
}, 240_000);
