import { expect, it } from 'vitest';
import { type OwnChange, reversed } from '../../core/library/own-change.ts';
import { changeAll, removeAll, restoreAll } from '../../services/change-library.ts';
import { readArticle, readNewest, readOriginals } from '../../storage/read-articles.ts';
import { readChangesAfter } from '../../storage/read-changes.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

/** Three pieces: two whole ones and a part. */
const COUNT = 250;
const SLUGS = Array.from({ length: COUNT }, (_, index) => `article-${index}`);
const AT = 9_000;

async function aLibrary(): Promise<Store> {
  const store = temporaryStore();
  for (const slug of SLUGS) await saveArticle(store, aBundle({ slug }), 1_000);
  return store;
}

const records = (store: Store) => readNewest(store, COUNT + 1);
const starred = async (store: Store) => (await records(store)).filter(({ own }) => own.starredAt !== null).length;

/** Work that is stopped as soon as `last` articles are done. */
function stoppedAfter(last: number) {
  const stopper = new AbortController();
  const heard: number[] = [];
  const progress = (done: number) => {
    heard.push(done);
    if (done >= last) stopper.abort();
  };
  return { heard, work: { signal: stopper.signal, progress } };
}

it.each<OwnChange>([
  { kind: 'mark', mark: 'starred', on: true },
  { kind: 'tag', tag: 'to read', on: true },
])('changes many articles, and changed back they are exactly as before: %o', async (change) => {
  const store = await aLibrary();
  await changeAll(store, SLUGS.slice(0, 3), 5_000, change);
  const before = await records(store);
  const { heard, work } = stoppedAfter(Number.POSITIVE_INFINITY);
  const changed = await changeAll(store, SLUGS, AT, change, work);
  expect(changed).toEqual({ ok: true, value: SLUGS.slice(3) });
  expect(heard).toEqual([100, 200, 250]);
  const back = reversed(change);
  if (changed.ok && back !== null) await changeAll(store, changed.value, AT, back);
  expect(await records(store)).toEqual(before);
});

it('writes nothing for articles that are so already, that are not there, or that are named twice', async () => {
  const store = await aLibrary();
  const star: OwnChange = { kind: 'mark', mark: 'starred', on: true };
  await changeAll(store, ['article-1'], AT, star);
  const before = (await readChangesAfter(store, 0, 1_000)).length;
  const changed = await changeAll(store, ['article-1', 'gone', 'article-2', 'article-2'], AT, star);
  expect(changed.ok && new Set(changed.value)).toEqual(new Set(['article-2']));
  expect((await readChangesAfter(store, 0, 1_000)).length).toBe(before + 1);
});

it('stopped in the middle, has done whole pieces and says which articles those were', async () => {
  const store = await aLibrary();
  const { heard, work } = stoppedAfter(100);
  const changed = await changeAll(store, SLUGS, AT, { kind: 'mark', mark: 'starred', on: true }, work);
  expect(changed).toEqual({ ok: true, value: SLUGS.slice(0, 100) });
  expect(heard).toEqual([100]);
  expect(await starred(store)).toBe(100);
});

it('does all of a piece or none of it', async () => {
  const store = await aLibrary();
  const failing: Store = {
    ...store,
    write: (at, work) =>
      store.write(at, async (write) => {
        let puts = 0;
        const record: typeof write.record = (...change) => {
          puts += 1;
          if (puts === 50) throw new Error('broken on purpose');
          return write.record(...change);
        };
        return work({ ...write, record });
      }),
  };
  const changed = await changeAll(failing, SLUGS, AT, { kind: 'mark', mark: 'starred', on: true });
  expect(changed).toMatchObject({ ok: false, problem: { kind: 'storage-failed' } });
  expect(await starred(store)).toBe(0);
});

it('removes and restores articles exactly, with their bodies and originals', async () => {
  const store = await aLibrary();
  await changeAll(store, SLUGS, AT, { kind: 'note', text: 'Mine.' });
  const [before, article, originals] = await Promise.all([
    records(store),
    readArticle(store, 'article-7'),
    readOriginals(store, 'article-7'),
  ]);
  const { work } = stoppedAfter(200);
  const removed = await removeAll(store, SLUGS, AT, work);
  expect(removed).toEqual({ ok: true, value: SLUGS.slice(0, 200) });
  expect(await records(store)).toHaveLength(50);
  expect(await restoreAll(store, SLUGS.slice(0, 200), AT)).toMatchObject({ ok: true });
  expect(await records(store)).toEqual(before);
  expect(await readArticle(store, 'article-7')).toEqual(article);
  expect(await readOriginals(store, 'article-7')).toEqual(originals);
});
