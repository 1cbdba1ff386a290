import { expect, it } from 'vitest';
import { INDEX_VERSION, sealRecord } from '../../core/search/segment/record.ts';
import { readCatalogue, writeCatalogue } from '../../storage/catalogue-table.ts';
import { readIndex, recordSource } from '../../storage/index-store.ts';
import {
  allocateSegment,
  dropSegment,
  putRecords,
  readIndexState,
  readPending,
  replacePending,
  resetIndex,
  succeedEntries,
  sweepRecords,
} from '../../storage/index-writes.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const headerOf = (segment: number) => ({ segment, kind: 'header', number: 0 }) as const;
const recordOf = (segment: number) => sealRecord(headerOf(segment), new Uint8Array([segment]));
const entry = (id: number, deleted = 0) => ({ id, documents: 9, deleted });

async function segmentsStored(store: Store, most: number): Promise<readonly number[]> {
  const segments = Array.from({ length: most }, (_, index) => index + 1);
  const records = await recordSource(store).read(segments.map(headerOf));
  return segments.filter((_, index) => records[index] !== undefined);
}

it('reads records in the order they are asked for, undefined for those that are not there', async () => {
  const store = temporaryStore();
  await putRecords(store, [recordOf(1), recordOf(2)]);
  const read = await recordSource(store).read([headerOf(2), headerOf(3), headerOf(1)]);
  expect(read).toEqual([recordOf(2).bytes, undefined, recordOf(1).bytes]);
});

it('never gives out a segment’s id twice, also after the index was emptied', async () => {
  const store = temporaryStore();
  expect([await allocateSegment(store), await allocateSegment(store)]).toEqual([1, 2]);
  await store.writeBeside(['index-state'], async (transaction) => {
    const states = transaction.objectStore('index-state');
    const state = await states.get('state');
    if (state !== undefined) await states.put({ ...state, version: INDEX_VERSION + 1 }, 'state');
  });
  await resetIndex(store);
  expect(await allocateSegment(store)).toBe(3);
});

it('replaces the list of segments only where it is the one that was seen', async () => {
  const store = temporaryStore();
  expect(await succeedEntries(store, [], { entries: [entry(1), entry(2)], missingAbove: null })).toBe(true);
  expect(await succeedEntries(store, [], { entries: [] })).toBe(false);
  expect(await succeedEntries(store, [entry(1), entry(2, 1)], { entries: [] })).toBe(false);
  expect(await readIndex(store)).toMatchObject({ entries: [entry(1), entry(2)], isComplete: true });
  await dropSegment(store, 1);
  await dropSegment(store, 7);
  expect(await readIndexState(store)).toMatchObject({ entries: [entry(2)], missingAbove: 0 });
});

it('sweeps away exactly the records of segments that are not listed', async () => {
  const store = temporaryStore();
  await putRecords(store, [1, 2, 3, 4, 5, 6].map(recordOf));
  await succeedEntries(store, [], { entries: [entry(4), entry(2), entry(5)] });
  await sweepRecords(store);
  expect(await segmentsStored(store, 6)).toEqual([2, 4, 5]);
  await succeedEntries(store, [entry(4), entry(2), entry(5)], { entries: [] });
  await sweepRecords(store);
  expect(await segmentsStored(store, 6)).toEqual([]);
});

it('goes on waiting with an article that changed since it was flushed, or analysed again', async () => {
  const store = temporaryStore();
  for (const slug of ['one', 'two']) await saveArticle(store, aBundle({ slug }), 1);
  const batch = await readPending(store, 10);
  await saveArticle(store, aBundle({ slug: 'two', headline: 'Changed' }), 2);
  await replacePending(
    store,
    batch.map((record) => ({ ...record, document: new Uint8Array(1) })),
  );
  expect((await readPending(store, 10)).map(({ document }) => document?.length === 1)).toEqual([true, false]);
  await succeedEntries(store, [], { entries: [], flushed: batch });
  expect(await readPending(store, 10)).toMatchObject([{ order: 2, sequence: 3 }]);
});

it('reads only the newest of very many that wait, and names the others', async () => {
  const store = temporaryStore();
  for (const slug of ['one', 'two', 'three']) await saveArticle(store, aBundle({ slug }), 1);
  const { pending, unread, through } = await readIndex(store, 2);
  expect(pending.map(({ order, document }) => [order, document !== null])).toEqual([
    [1, false],
    [2, true],
    [3, true],
  ]);
  expect([unread, through]).toEqual([1, 3]);
});

it('keeps the catalogue that knows of the most changes', async () => {
  const store = temporaryStore();
  expect(await readCatalogue(store)).toBeNull();
  expect(await writeCatalogue(store, { through: 5, image: { columns: 1 } })).toBe(true);
  expect(await writeCatalogue(store, { through: 4, image: { columns: 2 } })).toBe(false);
  expect(await readCatalogue(store)).toEqual({ through: 5, image: { columns: 1 } });
});
