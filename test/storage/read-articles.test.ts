import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_OWN_DATA } from '../../core/library/records.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import {
  countThrough,
  readAll,
  readArticle,
  readBodies,
  readByOrders,
  readNewest,
  readRecord,
  readRecordsAbove,
  readSlugsByOrders,
} from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle, aRecord } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const never = new AbortController().signal;

/** Puts light records straight into the store, with the given places in the list. */
async function fill(store: Store, orders: readonly number[]): Promise<void> {
  await store.write(1, async ({ transaction }) => {
    const articles = transaction.objectStore('articles');
    await Promise.all(orders.map((order) => articles.put(aRecord({ slug: `article-${order}`, order }))));
  });
}

async function allOrders(store: Store): Promise<number[]> {
  const orders: number[] = [];
  await readAll(store, (batch) => orders.push(...batch.map(({ order }) => order)), never);
  return orders;
}

it('lists the newest first, by the order of saving, whatever the clock said', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'saved-first' }), 9_000);
  await saveArticle(store, aBundle({ slug: 'saved-second' }), 1_000);
  await saveArticle(store, aBundle({ slug: 'saved-third' }), 1_000);
  expect((await readNewest(store, 2)).map(({ slug }) => slug)).toEqual(['saved-third', 'saved-second']);
  expect(await readNewest(store, 0)).toEqual([]);
});

it('keeps an article’s place when it is saved again or marked', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'older' }), 1);
  await saveArticle(store, aBundle({ slug: 'newer' }), 2);
  await saveArticle(store, aBundle({ slug: 'older', headline: 'Corrected' }), 3);
  await changeOwnData(store, 'older', 4, () => ({ ...NO_OWN_DATA, readAt: 4 }));
  expect((await readNewest(store, 9)).map(({ slug }) => slug)).toEqual(['newer', 'older']);
});

it('hands over every record once, newest first, whatever gaps the order has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 1_300 }), async (orders) => {
      const store = temporaryStore();
      await fill(store, orders);
      expect(await allOrders(store)).toEqual(orders.toSorted((one, other) => other - one));
    }),
    { numRuns: 8 },
  );
});

it('hands over batches, and ends when it is asked to', async () => {
  const store = temporaryStore();
  await fill(
    store,
    Array.from({ length: 1_200 }, (_, index) => index + 1),
  );
  const sizes: number[] = [];
  const stop = new AbortController();
  await readAll(
    store,
    (batch) => {
      sizes.push(batch.length);
      if (sizes.length === 2) stop.abort();
    },
    stop.signal,
  );
  expect(sizes).toEqual([500, 500]);
});

it('answers null for what is not saved', async () => {
  const store = temporaryStore();
  expect(await readRecord(store, 'nothing-here')).toBeNull();
  expect(await readArticle(store, 'nothing-here')).toBeNull();
});

it('reads by place in lists what is there, in the order asked for', async () => {
  const store = temporaryStore();
  await fill(store, [2, 3, 5, 9]);
  const read = await readByOrders(store, [9, 4, 2]);
  expect(read.map((record) => record?.slug)).toEqual(['article-9', undefined, 'article-2']);
  expect(await readSlugsByOrders(store, [9, 4, 2])).toEqual(['article-9', 'article-2']);
  expect((await readRecordsAbove(store, 2, 2)).map(({ order }) => order)).toEqual([3, 5]);
  expect([await countThrough(store, 4), await countThrough(store, 9)]).toEqual([2, 4]);
});

it('reads bodies in the order asked for', async () => {
  const store = temporaryStore();
  for (const slug of ['one', 'two']) await saveArticle(store, aBundle({ slug, articleBody: `Body of ${slug}` }), 1);
  const bodies = await readBodies(store, ['two', 'none', 'one']);
  expect(bodies.map((body) => body?.articleBody)).toEqual(['Body of two', undefined, 'Body of one']);
});
