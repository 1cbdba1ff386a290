import fc from 'fast-check';
import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import { purgeArticles, removeArticle, restoreArticle } from '../../../storage/bin.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { putInQueue } from '../../../storage/queue.ts';
import { markGone, saveArticle } from '../../../storage/save-article.ts';
import { removeSearch, renameSearch, saveSearch } from '../../../storage/saved-searches.ts';
import type { Store } from '../../../storage/store.ts';
import { aBundle } from '../../support/article-builders.ts';
import { guardedStore } from '../../support/guarded-store.ts';
import { contentsOf } from '../../support/kept-contents.ts';
import { memoryKeyed } from '../../support/memory-keyed.ts';
import { temporaryName } from '../../support/temporary-store.ts';

/** Whatever a reader does: the library that comes back from the second copy is the one that was lost. */

type Command = (store: Store, at: number) => Promise<unknown>;

const slug = fc.constantFrom('one', 'two', 'three', 'four');
const word = fc.constantFrom('alpha', 'beta', 'gamma');
const waits = { attempts: 1, notBefore: null, problem: { kind: 'offline' } } as const;

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(slug, word).map(
      ([of, headline]): Command =>
        (store, at) =>
          saveArticle(store, aBundle({ slug: of, headline }), at),
    ),
  },
  fc.tuple(slug, slug, word).map(
    ([from, to, headline]): Command =>
      (store, at) =>
        saveArticle(store, { ...aBundle({ slug: to, headline }), askedFor: from }, at),
  ),
  fc.tuple(slug, word).map(
    ([of, tag]): Command =>
      (store, at) =>
        changeOwnData(store, of, at, (own) => ({ ...own, tags: [tag], readAt: at, note: `${tag}!` })),
  ),
  slug.map(
    (of): Command =>
      (store, at) =>
        removeArticle(store, of, at),
  ),
  slug.map(
    (of): Command =>
      (store, at) =>
        restoreArticle(store, of, at),
  ),
  slug.map(
    (of): Command =>
      (store, at) =>
        purgeArticles(store, [of], at),
  ),
  slug.map(
    (of): Command =>
      (store, at) =>
        markGone(store, of, at),
  ),
  slug.map(
    (of): Command =>
      (store, at) =>
        putInQueue(store, { slug: of, queuedAt: at, ...waits }, at),
  ),
  word.map(
    (name): Command =>
      (store, at) =>
        saveSearch(store, { name, query: name, sort: 'saved', createdAt: at, seenThrough: 0 }),
  ),
  fc.tuple(word, word).map(
    ([from, to]): Command =>
      (store) =>
        renameSearch(store, from, to),
  ),
  word.map(
    (name): Command =>
      (store) =>
        removeSearch(store, name),
  ),
);

it('is brought back as it was after any history, also with losses in between', async () => {
  const history = fc.array(fc.array(command, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(history, async (lives) => {
      const [name, keyed] = [temporaryName(), memoryKeyed()];
      let at = 0;
      for (const life of lives) {
        const store = guardedStore(name, keyed);
        for (const run of life) {
          at += 1;
          await run(store, at);
        }
        const held = await contentsOf(store);
        await store.close();
        await deleteDB(name);
        const again = guardedStore(name, keyed);
        expect(await contentsOf(again)).toEqual(held);
        await again.close();
      }
    }),
    { numRuns: 25 },
  );
});
