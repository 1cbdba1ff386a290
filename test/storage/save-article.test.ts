import { expect, it } from 'vitest';
import type { ChangeRecord } from '../../core/library/records.ts';
import { problem } from '../../core/problem.ts';
import { removeArticle } from '../../storage/bin.ts';
import { changeOwnData } from '../../storage/own-data.ts';
import { putInQueue, readQueueEntry } from '../../storage/queue.ts';
import { countArticles, readArticle, readOriginals, readRecord } from '../../storage/read-articles.ts';
import { readChangesAfter } from '../../storage/read-changes.ts';
import { markGone, saveArticle } from '../../storage/save-article.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryName, temporaryStore } from '../support/temporary-store.ts';

const SLUG = 'a-first-article';

it('stores an article with its body and the original bytes', async () => {
  const store = temporaryStore();
  expect(await saveArticle(store, aBundle(), 1_000)).toEqual({ ok: true, value: 'saved' });
  const saved = await readArticle(store, SLUG);
  expect(saved?.record).toMatchObject({ headline: 'A first article', savedAt: 1_000, checkedAt: 1_000, goneAt: null });
  expect(saved?.body.articleBody).toBe('One paragraph.\n\nAnother.');
  expect(saved?.record).not.toHaveProperty('articleBody');
  expect((await readOriginals(store, SLUG)).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
    `{"slug":"${SLUG}"}`,
  ]);
});

it('is idempotent: the same content again moves only the time of the check', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1_000);
  const before = await readRecord(store, SLUG);
  expect(await saveArticle(store, aBundle(), 2_000)).toEqual({ ok: true, value: 'unchanged' });
  expect(await readRecord(store, SLUG)).toEqual({ ...before, checkedAt: 2_000 });
  expect(await countArticles(store)).toBe(1);
});

it('keeps replaced content as a revision, and the reader’s own data and place in the list', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1_000);
  await changeOwnData(store, SLUG, 1_500, (own) => ({ ...own, tags: ['mine'], readAt: 1_500 }));
  const before = await readRecord(store, SLUG);
  expect(await saveArticle(store, aBundle({ headline: 'Corrected' }), 2_000)).toEqual({ ok: true, value: 'updated' });
  const after = await readRecord(store, SLUG);
  expect(after).toMatchObject({ headline: 'Corrected', order: before?.order, savedAt: 1_000, own: before?.own });
  const revisions = await store.read((database) => database.getAll('revisions'));
  expect(revisions).toMatchObject([
    { slug: SLUG, contentHash: before?.contentHash, replacedAt: 2_000, content: { headline: 'A first article' } },
  ]);
  expect(revisions[0]?.content.articleBody).toBe('One paragraph.\n\nAnother.');
});

it('brings the reader’s own data back when a removed article is saved again', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1_000);
  await changeOwnData(store, SLUG, 1_500, (own) => ({ ...own, tags: ['mine'] }));
  await removeArticle(store, SLUG, 1_600);
  expect(await saveArticle(store, aBundle(), 2_000)).toEqual({ ok: true, value: 'saved' });
  expect((await readRecord(store, SLUG))?.own.tags).toEqual(['mine']);
  expect(await store.read((database) => database.count('bin'))).toBe(0);
});

it('finds a renamed article under the slug it was asked for', async () => {
  const store = temporaryStore();
  await saveArticle(store, { ...aBundle(), askedFor: 'its-old-name' }, 1_000);
  expect((await readArticle(store, 'its-old-name'))?.record.slug).toBe(SLUG);
});

it('takes the article out of the queue', async () => {
  const store = temporaryStore();
  const entry = { slug: SLUG, queuedAt: 1, attempts: 1, notBefore: 2, problem: problem('offline') };
  await putInQueue(store, entry, 1);
  await saveArticle(store, aBundle(), 1_000);
  expect(await readQueueEntry(store, SLUG)).toBeNull();
});

it('saves once when two contexts save the same article at once', async () => {
  const name = temporaryName();
  const [one, other] = [temporaryStore(name), temporaryStore(name)];
  const outcomes = await Promise.all([saveArticle(one, aBundle(), 1_000), saveArticle(other, aBundle(), 1_001)]);
  expect(outcomes.map((outcome) => outcome.ok && outcome.value).sort()).toEqual(['saved', 'unchanged']);
  expect(await countArticles(one)).toBe(1);
});

it('writes one change record for every write, and announces it to other contexts after the commit', async () => {
  const name = temporaryName();
  const [writer, reader] = [temporaryStore(name), temporaryStore(name)];
  const heard = new Promise<ChangeRecord>((resolve) => {
    reader.announcements.subscribe(resolve);
  });
  await saveArticle(writer, aBundle(), 1_000);
  expect(await heard).toEqual({ sequence: 1, kind: 'save', slug: SLUG, order: 1, at: 1_000 });
  expect(await readChangesAfter(reader, 0, 10)).toEqual([
    { sequence: 1, kind: 'save', slug: SLUG, order: 1, at: 1_000 },
  ]);
});

it('leaves nothing of a save that fails in the middle, and announces nothing', async () => {
  const store = temporaryStore();
  const heard: ChangeRecord[] = [];
  store.announcements.subscribe((change) => heard.push(change));
  const unclonable = { ...aBundle(), originals: [{ slug: SLUG, source: 'jsonld', bytes: () => 0 } as never] };
  const failed = await saveArticle(store, unclonable, 1_000);
  expect(failed).toMatchObject({ ok: false, problem: { kind: 'storage-failed' } });
  const left = await store.read(async (database) =>
    Promise.all(
      (['articles', 'bodies', 'originals', 'changes', 'pending'] as const).map((name) => database.count(name)),
    ),
  );
  expect(left).toEqual([0, 0, 0, 0, 0]);
  expect(heard).toEqual([]);
});

it('marks an article as gone once, keeps its copy, and unmarks it when the site has it again', async () => {
  const store = temporaryStore();
  await saveArticle(store, aBundle(), 1_000);
  expect(await markGone(store, SLUG, 2_000)).toEqual({ ok: true, value: true });
  expect(await markGone(store, SLUG, 3_000)).toEqual({ ok: true, value: false });
  expect((await readArticle(store, SLUG))?.record.goneAt).toBe(2_000);
  await saveArticle(store, aBundle(), 4_000);
  expect((await readRecord(store, SLUG))?.goneAt).toBeNull();
});
