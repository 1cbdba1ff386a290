import { expect, it } from 'vitest';
import { changeOwnData } from '../../storage/own-data.ts';
import { countArticles, readArticle, readOriginals, readRecord } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

const OLD = 'a-first-article';
const NEW = 'a-better-name';

const savedAndMarked = async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle({ headline: 'Its first headline' }), 1_000);
  await saveArticle(store, aBundle(), 1_100);
  await changeOwnData(store, OLD, 1_200, (own) => ({ ...own, tags: ['mine'], readAt: 1_200 }));
  return store;
};

it('keeps one article, with its place, its revisions and the reader’s own data, when the site renames it', async () => {
  const store = await savedAndMarked();
  const before = await readRecord(store, OLD);
  const outcome = await saveArticle(store, { ...aBundle({ slug: NEW }), askedFor: OLD }, 2_000);
  expect(outcome).toEqual({ ok: true, value: 'unchanged' });
  expect(await countArticles(store)).toBe(1);
  expect(await readRecord(store, NEW)).toEqual({ ...before, slug: NEW, checkedAt: 2_000 });
  expect(await readArticle(store, OLD)).toEqual(await readArticle(store, NEW));
  expect(await store.read((database) => database.getAllKeys('bodies'))).toEqual([NEW]);
  expect(await store.read((database) => database.getAllKeys('revisions'))).toMatchObject([[NEW, expect.any(String)]]);
  expect([(await readOriginals(store, OLD)).length, (await readOriginals(store, NEW)).length]).toEqual([0, 1]);
});

it('keeps the replaced content when a renamed article has changed as well', async () => {
  const store = await savedAndMarked();
  const changed = { ...aBundle({ slug: NEW, headline: 'Renamed' }), askedFor: OLD };
  expect(await saveArticle(store, changed, 2_000)).toEqual({ ok: true, value: 'updated' });
  expect(await readRecord(store, NEW)).toMatchObject({ headline: 'Renamed', savedAt: 1_000, own: { tags: ['mine'] } });
  const revisions = await store.read((database) => database.getAll('revisions'));
  expect(revisions.map(({ slug, content }) => `${slug}: ${content.headline}`).sort()).toEqual([
    `${NEW}: A first article`,
    `${NEW}: Its first headline`,
  ]);
});

it('joins what the reader did with either when both were saved', async () => {
  const store = await savedAndMarked();
  await saveArticle(store, aBundle({ slug: NEW }), 1_500);
  await changeOwnData(store, NEW, 1_600, (own) => ({ ...own, tags: ['new', 'mine'], readAt: 1_600, starredAt: 1_600 }));
  await saveArticle(store, { ...aBundle({ slug: NEW }), askedFor: OLD }, 2_000);
  expect(await countArticles(store)).toBe(1);
  expect((await readRecord(store, NEW))?.own).toEqual({
    tags: ['mine', 'new'],
    readAt: 1_200,
    starredAt: 1_600,
    archivedAt: null,
  });
});

it('leads every former slug to the article, however often it is renamed, and back', async () => {
  const store = await savedAndMarked();
  await saveArticle(store, { ...aBundle({ slug: NEW }), askedFor: OLD }, 2_000);
  await saveArticle(store, { ...aBundle({ slug: 'the-best-name' }), askedFor: NEW }, 3_000);
  for (const slug of [OLD, NEW]) expect((await readRecord(store, slug))?.slug).toBe('the-best-name');
  await saveArticle(store, { ...aBundle(), askedFor: 'the-best-name' }, 4_000);
  for (const slug of [NEW, 'the-best-name']) expect((await readRecord(store, slug))?.slug).toBe(OLD);
  expect(await store.read((database) => database.getAllKeys('redirects'))).toEqual([NEW, 'the-best-name']);
  expect(await countArticles(store)).toBe(1);
});

it('tells in the log that the old slug went and leads to the new one that came', async () => {
  const store = await savedAndMarked();
  const told: string[] = [];
  store.announcements.subscribe(({ kind, slug }) => told.push(`${kind} ${slug}`));
  await saveArticle(store, { ...aBundle({ slug: NEW }), askedFor: OLD }, 2_000);
  expect(told.sort()).toEqual([`check ${NEW}`, `redirect ${OLD}`, `remove ${OLD}`, `save ${NEW}`]);
});
