import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Kept, mergeHoldings } from '../../core/library/merge-holdings.ts';
import { removeArticle } from '../../storage/bin.ts';
import { type Imported, importHoldings } from '../../storage/import-holdings.ts';
import { readNewest, readRecord } from '../../storage/read-articles.ts';
import { lastSequence, readChangesAfter } from '../../storage/read-changes.ts';
import { readHolding } from '../../storage/read-holdings.ts';
import { decide } from '../../storage/read-outlines.ts';
import { reserveOrders } from '../../storage/reserve-orders.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { arbitraryKept } from '../support/arbitrary-kept.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const AT = 1_800_000_000_000;

async function bring(store: Store, kept: readonly Kept[]): Promise<readonly Imported[]> {
  const places = await reserveOrders(store, kept.length, AT);
  if (!places.ok) throw new Error(places.problem.kind);
  const imported = await importHoldings(store, kept, places.value, AT);
  if (!imported.ok) throw new Error(imported.problem.kind);
  return imported.value;
}

/** Everything the library holds, by slug, without the places in lists. */
async function contentsOf(store: Store): Promise<Record<string, unknown>> {
  const slugs = await store.read(async (database) => {
    const [saved, binned] = [await database.getAllKeys('articles'), await database.getAllKeys('bin')];
    return { saved, binned };
  });
  const saved = await Promise.all(
    slugs.saved.map(async (slug) => [slug, plain({ removedAt: null, ...(await readHolding(store, slug)) } as Kept)]),
  );
  const binned = await store.read((database) => database.getAll('bin'));
  return {
    ...Object.fromEntries(saved),
    ...Object.fromEntries(binned.map((record) => [`bin ${record.slug}`, plain(record)])),
  };
}

function plain({ article, body, originals, revisions, removedAt }: Kept) {
  const bySource = [...originals].sort((one, other) => one.source.localeCompare(other.source));
  const byHash = [...revisions].sort((one, other) => (one.contentHash < other.contentHash ? -1 : 1));
  return { article: { ...article, order: 0 }, body, originals: bySource, revisions: byHash, removedAt };
}

/** What the library must hold, by merging one after another in memory. */
function modelOf(lists: readonly (readonly Kept[])[]): Record<string, unknown> {
  const model = new Map<string, Kept>();
  for (const kept of lists.flat()) {
    const { slug } = kept.article;
    model.set(slug, mergeHoldings(model.get(slug) ?? null, kept, AT).kept);
  }
  return Object.fromEntries(
    [...model].map(([slug, kept]) => [kept.removedAt === null ? slug : `bin ${slug}`, plain(kept)]),
  );
}

const slugs = ['one', 'two', 'three', 'four', 'five'];
const someKept = fc.array(
  fc.constantFrom(...slugs).chain((slug) => arbitraryKept(slug)),
  { maxLength: 7 },
);

it('holds, after any imports, what merging one article after another gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someKept, { minLength: 1, maxLength: 3 }), async (lists) => {
      const store = temporaryStore();
      for (const kept of lists) await bring(store, kept);
      expect(await contentsOf(store)).toEqual(modelOf(lists));
    }),
    { numRuns: 25 },
  );
});

it('writes nothing for what is here just so, and has told so before', async () => {
  await fc.assert(
    fc.asyncProperty(someKept, someKept, async (first, second) => {
      const store = temporaryStore();
      await bring(store, first);
      await bring(store, second);
      const before = [await contentsOf(store), await lastSequence(store)];
      for (const kept of [first, second]) {
        expect((await decide(store, kept)).map(({ outcome }) => outcome)).toEqual(kept.map(() => 'same'));
        expect((await bring(store, kept)).map(({ outcome }) => outcome)).toEqual(kept.map(() => 'same'));
      }
      expect([await contentsOf(store), await lastSequence(store)]).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

const drawn = (slug: string, change: Partial<Kept> = {}): Kept => {
  const [kept] = fc.sample(arbitraryKept(slug), { numRuns: 1, seed: 7 });
  if (kept === undefined) throw new Error('nothing drawn');
  return { ...kept, removedAt: null, ...change };
};

it('puts the first of a file on top of the list, below what is saved later', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'before' }), 1_000);
  await bring(store, [drawn('newest'), drawn('older'), drawn('oldest')]);
  await saveArticle(store, aBundle({ slug: 'after' }), 2_000);
  const list = (await readNewest(store, 10)).map(({ slug }) => slug);
  expect(list).toEqual(['after', 'newest', 'older', 'oldest', 'before']);
});

it('gives nobody else a place that was reserved', async () => {
  const store = temporaryStore();
  const places = await reserveOrders(store, 3, AT);
  if (!places.ok) throw new Error(places.problem.kind);
  await saveArticle(store, aBundle({ slug: 'meanwhile' }), 1_000);
  await importHoldings(store, [drawn('newest'), drawn('older')], places.value, AT);
  const records = await readNewest(store, 10);
  expect(records.map(({ slug, order }) => [slug, order])).toEqual([
    ['meanwhile', 4],
    ['newest', 3],
    ['older', 2],
  ]);
});

it('finds places for more articles than were reserved', async () => {
  const store = temporaryStore();
  const places = await reserveOrders(store, 1, AT);
  if (!places.ok) throw new Error(places.problem.kind);
  await importHoldings(store, [drawn('one'), drawn('two'), drawn('binned', { removedAt: 5 })], places.value, AT);
  expect(await readNewest(store, 10)).toHaveLength(2);
});

it('can be found by its words, and is known as a change, from the moment it is there', async () => {
  const store = temporaryStore();
  await bring(store, [drawn('one'), drawn('two', { removedAt: 5 })]);
  const [record] = await readNewest(store, 1);
  const pending = await store.read((database) => database.getAll('pending'));
  expect(pending.map(({ order }) => order)).toEqual([record?.order]);
  const changes = await readChangesAfter(store, 0, 10);
  expect(changes.map(({ kind, slug }) => `${kind} ${slug}`).sort()).toEqual(['save one', 'update two']);
});

it('takes an article that the file holds as saved out of the bin, to its old place', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ slug: 'one' }), 1_000);
  await saveArticle(store, aBundle({ slug: 'two' }), 1_000);
  const holding = await readHolding(store, 'one');
  if (holding === null) throw new Error('not saved');
  await removeArticle(store, 'one', 1_500);
  expect(await bring(store, [{ ...holding, removedAt: null }])).toMatchObject([{ outcome: 'added' }]);
  expect(await readHolding(store, 'one')).toEqual(holding);
  expect(await store.read((database) => database.count('bin'))).toBe(0);
});

it('merges what the file has under a former slug into the article that the site renamed', async () => {
  const store = temporaryStore();
  await saveArticle(store, { ...aBundle({ slug: 'new-name' }), askedFor: 'old-name' }, 1_000);
  await bring(store, [
    drawn('old-name', {
      article: { ...drawn('old-name').article, own: { ...drawn('x').article.own, tags: ['theirs'] } },
    }),
  ]);
  expect((await readNewest(store, 10)).map(({ slug }) => slug)).toEqual(['new-name']);
  expect((await readRecord(store, 'new-name'))?.own.tags).toContain('theirs');
});

it('keeps all that is here when it cannot write', async () => {
  const store = temporaryStore();
  await bring(store, [drawn('one')]);
  const before = await contentsOf(store);
  const failing: Store = {
    ...store,
    write: (at, work) =>
      store.write(at, async (write) => {
        await work(write);
        throw new DOMException('no space left', 'QuotaExceededError');
      }),
  };
  const outcome = await importHoldings(failing, [drawn('two'), drawn('one')], { take: () => null }, AT);
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
  expect(await contentsOf(store)).toEqual(before);
});
