import { expect, it, vi } from 'vitest';
import { purgeArticles, removeArticle, removeArticles } from '../../../storage/bin.ts';
import { changeOwnData, changeOwnDataOf } from '../../../storage/own-data.ts';
import { countArticles, readRecord } from '../../../storage/read-articles.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { saveSearch } from '../../../storage/saved-searches.ts';
import { contentKey, SEARCHES_KEY, SENTINEL_KEY, stateKey } from '../../../storage/second-copy/copy-keys.ts';
import { readCopies } from '../../../storage/second-copy/read-copies.ts';
import { readSentinel } from '../../../storage/second-copy/sentinel.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { type MemoryKeyed, memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName, temporaryStore } from '../../support/temporary-store.ts';

const SLUG = 'a-first-article';
const failed = { ok: false, problem: { kind: 'copy-failed' } };

/** A store with its second copy, opened. */
async function opened(): Promise<{ name: string; keyed: MemoryKeyed; store: Store; calls: string[] }> {
  const [name, keyed] = [temporaryName(), memoryKeyed()];
  const store = guardedStore(name, keyed);
  await countArticles(store);
  const calls: string[] = [];
  keyed.before = (call, keys) => calls.push(`${call} ${keys.join(' ')}`);
  return { name, keyed, store, calls };
}

const copied = async (keyed: MemoryKeyed, slug = SLUG) => (await readCopies(keyed, [slug]))[0];

it('has an article in the second copy before a save is acknowledged, and announces it after that', async () => {
  const { keyed, store, calls } = await opened();
  store.announcements.subscribe(({ kind }) => calls.push(`announced ${kind}`));
  expect(await saveArticle(store, aBundle(), 5)).toEqual({ ok: true, value: 'saved' });
  expect(calls).toEqual([`get ${SENTINEL_KEY}`, `set ${contentKey(SLUG)} ${SENTINEL_KEY}`, 'announced save']);
  expect(await copied(keyed)).toMatchObject({
    sequence: 1,
    removedAt: null,
    holding: { article: await readRecord(store, SLUG) },
  });
  expect(await readSentinel(keyed)).toMatchObject({ articles: 1, through: 1 });
});

it('copies of many own changes only what is small, in one call', async () => {
  const { keyed, store, calls } = await opened();
  const slugs = Array.from({ length: 100 }, (_, number) => `article-${number}`);
  for (const slug of slugs) await saveArticle(store, aBundle({ slug }), 1);
  calls.length = 0;
  await changeOwnDataOf(store, slugs, 2, (own) => ({ ...own, readAt: 2 }));
  expect(calls).toHaveLength(2);
  expect(calls[1]).toBe(`set ${slugs.map(stateKey).join(' ')} ${SENTINEL_KEY}`);
  expect((await copied(keyed, 'article-7'))?.holding.article.own.readAt).toBe(2);
  await removeArticles(store, slugs, 3);
  expect(await copied(keyed, 'article-7')).toMatchObject({
    removedAt: 3,
    holding: { article: { own: { readAt: 2 } } },
  });
  expect(await readSentinel(keyed)).toMatchObject({ articles: 0 });
});

it('takes out of the copy what was deleted for good, before the sentinel says so', async () => {
  const { keyed, store, calls } = await opened();
  await saveArticle(store, aBundle(), 1);
  await removeArticle(store, SLUG, 2);
  calls.length = 0;
  await purgeArticles(store, [SLUG], 3);
  expect(calls).toEqual([`get ${SENTINEL_KEY}`, `remove ${contentKey(SLUG)} ${stateKey(SLUG)}`, `set ${SENTINEL_KEY}`]);
  expect([...keyed.values.keys()].sort()).toEqual([SEARCHES_KEY, SENTINEL_KEY]);
});

it('says that a save could not be copied, and copies it with the next write', async () => {
  const { keyed, store } = await opened();
  const heard: string[] = [];
  store.announcements.subscribe(({ slug }) => heard.push(slug));
  keyed.before = (call) => {
    if (call === 'set') throw new Error('no space');
  };
  expect(await saveArticle(store, aBundle(), 1)).toMatchObject(failed);
  expect(heard).toEqual([SLUG]);
  expect(await readRecord(store, SLUG)).not.toBeNull();
  keyed.before = () => {};
  expect(await saveArticle(store, aBundle({ slug: 'other' }), 2)).toEqual({ ok: true, value: 'saved' });
  expect(await copied(keyed)).toMatchObject({ sequence: 1 });
  expect(await readSentinel(keyed)).toMatchObject({ articles: 2, through: 2 });
});

it('copies with its own write what another context was stopped before copying', async () => {
  const { name, keyed, store } = await opened();
  const other = temporaryStore(name); // Writes and copies nothing, as if it had been stopped.
  await saveArticle(other, aBundle({ slug: 'uncopied' }), 1);
  await saveArticle(other, aBundle({ slug: 'and-gone' }), 1);
  await removeArticle(other, 'and-gone', 2);
  await purgeArticles(other, ['and-gone'], 3);
  await saveArticle(store, aBundle(), 4);
  expect([await copied(keyed, 'uncopied'), await copied(keyed)].map((copy) => copy?.sequence)).toEqual([1, 5]);
  expect(await copied(keyed, 'and-gone')).toBeUndefined();
  expect(await readSentinel(keyed)).toMatchObject({ articles: 2, through: await lastSequence(store) });
});

it('never takes a database that lost something for the newer one', async () => {
  const { keyed, store } = await opened();
  await saveArticle(store, aBundle(), 1);
  await store.read((database) => database.clear('changes'));
  const sentinel = { ...(await readSentinel(keyed)), through: 9 };
  keyed.values.set(SENTINEL_KEY, JSON.stringify(sentinel));
  expect(await saveArticle(store, aBundle({ slug: 'other' }), 2)).toMatchObject(failed);
  expect(await readSentinel(keyed)).toEqual(sentinel);
  expect(await saveArticle(store, aBundle({ slug: 'third' }), 3)).toEqual({ ok: true, value: 'saved' });
  expect(await copied(keyed, 'other')).toBeDefined();
  expect(await readSentinel(keyed)).toMatchObject({ articles: 3 });
});

it('leaves the copy alone where a write was not committed, or changed nothing', async () => {
  const { keyed, store, calls } = await opened();
  await saveArticle(store, aBundle(), 1);
  calls.length = 0;
  const refused = await store.write(2, async ({ record }) => {
    await record('own', SLUG, 1);
    throw new Error('refused');
  });
  expect(refused.ok).toBe(false);
  expect(await changeOwnData(store, SLUG, 3, (own) => own)).toEqual({ ok: true, value: true });
  expect(calls.filter((call) => !call.startsWith('get'))).toEqual([]);
  expect(await readSentinel(keyed)).toMatchObject({ through: 1 });
});

it('copies saved searches before it says that they are kept', async () => {
  const { keyed, store } = await opened();
  const search = { name: 'chips', query: 'chips', sort: 'saved', createdAt: 1, seenThrough: 0 } as const;
  await saveSearch(store, search);
  expect(JSON.parse(keyed.values.get(SEARCHES_KEY) ?? '')).toEqual({ revision: 1, searches: [search] });
  keyed.before = (call) => {
    if (call === 'set') throw new Error('no space');
  };
  expect(await saveSearch(store, { ...search, name: 'law' })).toMatchObject(failed);
});

it('writes the copies in the order of the commits, whichever context they come from', async () => {
  const { name, keyed, store } = await opened();
  const other = guardedStore(name, keyed);
  const tags = (tag: string) => (own: { tags: readonly string[] }) => ({ ...own, tags: [...own.tags, tag] }) as never;
  await saveArticle(store, aBundle(), 1);
  const writes = Array.from({ length: 40 }, (_, number) =>
    changeOwnData(number % 2 === 0 ? store : other, SLUG, number, tags(String(number))),
  );
  await Promise.all(writes);
  expect((await copied(keyed))?.holding.article).toEqual(await readRecord(store, SLUG));
  expect(await readSentinel(keyed)).toMatchObject({ through: await lastSequence(store) });
});

it('does not wait for an opening that waits for the write to end', async () => {
  const [name, memory] = [temporaryName(), memoryKeyed()];
  let set = memory.set;
  const store = guardedStore(name, { ...memory, set: (items) => set(items) });
  await countArticles(store);
  let reading: Promise<number> = Promise.resolve(-1);
  set = async () => {
    set = memory.set;
    let tries = 0;
    reading = store.read((database) => {
      tries += 1;
      if (tries === 1) throw new DOMException('The browser closed the connection', 'InvalidStateError');
      return database.count('articles');
    });
    await vi.waitFor(async () => {
      const { pending = [] } = await navigator.locks.query();
      expect(pending.map((lock) => lock.name)).toContain(`lock of ${name}`);
    });
    throw new Error('no space');
  };
  expect(await saveArticle(store, aBundle(), 1)).toMatchObject(failed);
  expect(await reading).toBe(1);
  expect(await readSentinel(memory)).toMatchObject({ articles: 1, through: 1 });
});
