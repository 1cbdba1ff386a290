import { expect, it } from 'vitest';
import { BIN_DAYS } from '../../core/library/bin.ts';
import {
  countBin,
  emptyOldBin,
  purgeArticles,
  readBinned,
  readBinSlugs,
  removeArticle,
  removeArticles,
  restoreArticle,
} from '../../storage/bin.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { readArticle, readOriginals } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle, aRecord } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const SLUG = 'a-first-article';
const DAY = 86_400_000;

/** Everything the library holds of the article, wherever it lies. */
async function everything(store: Store): Promise<unknown> {
  const revisions = await store.read((database) => database.getAll('revisions'));
  return { article: await readArticle(store, SLUG), originals: await readOriginals(store, SLUG), revisions };
}

it('brings back exactly what was removed: content, own data, originals, revisions, place', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await saveArticle(store, aBundle({ headline: 'Corrected' }), 2);
  await changeOwnData(store, SLUG, 3, (own) => ({ ...own, tags: ['mine'], starredAt: 3 }));
  const before = await everything(store);
  expect(await removeArticle(store, SLUG, 4)).toEqual({ ok: true, value: true });
  expect(await everything(store)).toEqual({ article: null, originals: [], revisions: [] });
  expect(await restoreArticle(store, SLUG, 5)).toEqual({ ok: true, value: true });
  expect(await everything(store)).toEqual(before);
  expect(await store.read((database) => database.count('bin'))).toBe(0);
});

it('leaves other articles alone, also one whose slug begins the same', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await saveArticle(store, aBundle({ slug: `${SLUG}-continued` }), 2);
  await removeArticle(store, SLUG, 3);
  expect(await readOriginals(store, `${SLUG}-continued`)).toHaveLength(1);
});

it('says so when there is nothing to remove or to restore', async () => {
  const store = temporaryStore();
  expect(await removeArticle(store, SLUG, 1)).toEqual({ ok: true, value: false });
  expect(await restoreArticle(store, SLUG, 1)).toEqual({ ok: true, value: false });
});

it('deletes for good only what has lain in the bin for its days', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 0);
  await saveArticle(store, aBundle({ slug: 'removed-later' }), 0);
  await removeArticle(store, SLUG, 0);
  await removeArticle(store, 'removed-later', DAY);
  expect(await emptyOldBin(store, BIN_DAYS * DAY)).toEqual({ ok: true, value: 0 });
  expect(await emptyOldBin(store, BIN_DAYS * DAY + 1)).toEqual({ ok: true, value: 1 });
  expect(await restoreArticle(store, 'removed-later', 1)).toEqual({ ok: true, value: true });
});

it('empties itself of many old articles, and leaves the younger ones between them', async () => {
  const store = temporaryStore();
  const slugs = Array.from({ length: 120 }, (_, number) => `article-${String(number).padStart(3, '0')}`);
  await Promise.all(slugs.map((slug) => saveArticle(store, aBundle({ slug }), 0)));
  const young = slugs.filter((_, number) => number % 7 === 0);
  const old = slugs.filter((slug) => !young.includes(slug));
  await removeArticles(store, old, 0);
  await removeArticles(store, young, DAY);
  expect(await emptyOldBin(store, BIN_DAYS * DAY + 1)).toEqual({ ok: true, value: old.length });
  expect((await readBinSlugs(store)).toSorted()).toEqual(young);
});

it('lists what was removed, last first, and reads of those asked for what a list shows', async () => {
  const store = temporaryStore();
  const slugs = Array.from({ length: 12 }, (_, number) => `article-${number}`);
  await Promise.all(slugs.map((slug) => saveArticle(store, aBundle({ slug, inLanguage: 'de' }), 0)));
  for (const [index, slug] of slugs.entries()) await removeArticle(store, slug, index);
  expect(await readBinSlugs(store)).toEqual(slugs.toReversed());
  const shown = { headline: 'A first article', inLanguage: 'de' };
  expect(await readBinned(store, ['article-11', 'never-there', 'article-3'])).toEqual([
    { slug: 'article-11', ...shown, removedAt: 11 },
    { slug: 'article-3', ...shown, removedAt: 3 },
  ]);
  expect(await countBin(store)).toBe(12);
});

it('deletes for good what it is told to, records that, and says what was there', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await saveArticle(store, aBundle({ slug: 'stays' }), 1);
  await removeArticles(store, [SLUG, 'stays'], 2);
  expect(await purgeArticles(store, [SLUG, 'never-there'], 3)).toEqual({ ok: true, value: [SLUG] });
  expect(await readBinSlugs(store)).toEqual(['stays']);
  expect(await restoreArticle(store, SLUG, 4)).toEqual({ ok: true, value: false });
  const changes = await store.read((database) => database.getAll('changes'));
  expect(changes.at(-1)).toMatchObject({ kind: 'purge', slug: SLUG, order: 1, at: 3 });
});

it('never deletes an article of the library for good', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  expect(await purgeArticles(store, [SLUG], 2)).toEqual({ ok: true, value: [] });
  expect(await readArticle(store, SLUG)).not.toBeNull();
});

it('keeps as a revision what a removed article was, when it is saved again in a newer version', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await removeArticle(store, SLUG, 2);
  await saveArticle(store, aBundle({ headline: 'Corrected' }), 3);
  const revisions = await store.read((database) => database.getAll('revisions'));
  expect(revisions.map(({ content }) => content.headline)).toEqual(['A first article']);
});

it('never restores over an article that is in the library', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1);
  await removeArticle(store, SLUG, 2);
  await store.write(3, async ({ transaction }) =>
    transaction.objectStore('articles').put(aRecord({ headline: 'Live' })),
  );
  expect(await restoreArticle(store, SLUG, 4)).toEqual({ ok: true, value: false });
  expect((await store.read((database) => database.get('articles', SLUG)))?.headline).toBe('Live');
});
