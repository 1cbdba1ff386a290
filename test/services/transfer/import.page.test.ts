import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../../../core/library/merge-holdings.ts';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import type { ProblemKind } from '../../../core/problem.ts';
import { binnedOf, holdingsOf, readBeside, takeInventory } from '../../../services/backup/library-contents.ts';
import { importHoldings } from '../../../storage/import-holdings.ts';
import { changeOwnData } from '../../../storage/own-data.ts';
import { countArticles, readNewest, readOriginals } from '../../../storage/read-articles.ts';
import { lastSequence } from '../../../storage/read-changes.ts';
import { reserveOrders } from '../../../storage/reserve-orders.ts';
import { saveArticle } from '../../../storage/save-article.ts';
import { readSearches, saveSearch } from '../../../storage/saved-searches.ts';
import type { Store } from '../../../storage/store.ts';
import { archiveOf, sourceOf } from '../../support/archive/archives.ts';
import { holdingOf, libraries } from '../../support/archive/holdings.ts';
import { aBundle } from '../../support/article-builders.ts';
import { dumpOf, importFile, importRig, RIG_STARTS_AT, succeeded } from '../../support/import-rig.ts';
import { siteRecord } from '../../support/site-records.ts';
import { temporaryStore } from '../../support/temporary-store.ts';

type Library = typeof libraries extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A store that holds a generated library, the first drawn on top. */
async function storeOf({ all, binned, removedAt }: Library): Promise<Store> {
  const store = temporaryStore();
  const holdings = await Promise.all(all.map(holdingOf));
  const kept: Kept[] = holdings.map((holding, index) => ({ ...holding, removedAt: index < binned ? removedAt : null }));
  const places = succeeded(await reserveOrders(store, kept.length, 1));
  succeeded(await importHoldings(store, kept, places, 1));
  return store;
}

/** The archive of all that `store` holds. */
async function exportOf(store: Store, settings = DEFAULT_PREFERENCES): Promise<File> {
  const { articles, binned } = await takeInventory(store, null);
  const beside = await readBeside(store);
  const holdings = holdingsOf(store, articles);
  const source = sourceOf([], [], { ...beside, holdings, binned: binnedOf(store, binned), settings });
  return new File([await archiveOf(source)], 'library.zip');
}

const NOTHING = { added: 0, updated: 0, united: 0, same: 0, refused: 0 };

describe('a library that was exported and imported', () => {
  it('is equal in an empty profile, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const store = await storeOf(library);
        const empty = temporaryStore();
        const { previewed, imported } = await importFile(importRig(empty), await exportOf(store));
        const added = library.all.length - library.binned;
        expect(imported).toMatchObject({ kind: 'archive', counts: { ...NOTHING, added }, binned: library.binned });
        expect(previewed).toEqual(imported);
        expect(await dumpOf(empty)).toEqual(await dumpOf(store));
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing the second time, nor in the library that it comes from', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const store = await storeOf(library);
        const file = await exportOf(store);
        const before = [await dumpOf(store), await lastSequence(store)];
        const { previewed, imported } = await importFile(importRig(store), file);
        expect(imported).toEqual(previewed);
        expect(imported).toMatchObject({
          counts: { ...NOTHING, same: library.all.length - library.binned },
          binned: 0,
        });
        expect([await dumpOf(store), await lastSequence(store)]).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it('brings its searches, as far as they were looked at, its redirects, and its settings to who has changed none', async () => {
    const store = temporaryStore();
    for (const slug of ['one', 'two', 'three']) await saveArticle(store, aBundle({ slug }), 1_000);
    await saveArticle(store, { ...aBundle({ slug: 'three' }), askedFor: 'old-three' }, 1_000);
    const [, two] = await readNewest(store, 2);
    const search = { name: 'Law', query: 'topic:law', sort: 'saved', createdAt: 1 } as const;
    succeeded(await saveSearch(store, { ...search, seenThrough: two?.order ?? 0 }));

    const other = temporaryStore();
    await saveArticle(other, aBundle({ slug: 'mine' }), 1_000);
    succeeded(await saveSearch(other, { ...search, query: 'is:unread', seenThrough: 1 }));
    const rig = importRig(other);
    const { imported } = await importFile(rig, await exportOf(store, { ...DEFAULT_PREFERENCES, theme: 'sepia' }));
    expect(imported).toMatchObject({ counts: { added: 3 }, searches: 1 });
    const records = await readNewest(other, 4);
    expect(records.map(({ slug }) => slug)).toEqual(['three', 'two', 'one', 'mine']);
    expect(await readSearches(other)).toMatchObject([
      { name: 'Law', query: 'is:unread', seenThrough: 1 },
      { name: 'Law (2)', query: 'topic:law', seenThrough: records[1]?.order },
    ]);
    expect(await other.read((database) => database.getAll('redirects'))).toEqual([{ from: 'old-three', to: 'three' }]);
    expect((await rig.preferences.load()).theme).toBe('sepia');

    await importFile(rig, await exportOf(store, { ...DEFAULT_PREFERENCES, theme: 'dark' }));
    expect((await rig.preferences.load()).theme).toBe('sepia');
    expect(await readSearches(other)).toHaveLength(2);
  });

  it('joins a library that is not empty, and says where both had something of their own', async () => {
    const store = temporaryStore();
    await saveArticle(store, aBundle({ slug: 'shared', headline: 'Newer', dateModified: '2026-07-02' }), 1_000);
    await changeOwnData(store, 'shared', 1_000, (own) => ({ ...own, tags: ['theirs'], note: 'Their note.' }));
    const other = temporaryStore();
    await saveArticle(other, aBundle({ slug: 'shared', headline: 'Older', dateModified: '2026-07-01' }), 900);
    await changeOwnData(other, 'shared', 1_000, (own) => ({ ...own, tags: ['mine'], note: 'My note.' }));
    const { previewed, imported } = await importFile(importRig(other), await exportOf(store));
    expect(imported).toMatchObject({
      counts: { ...NOTHING, updated: 1 },
      conflicts: [
        { slug: 'shared', kind: 'content', kept: 'file' },
        { slug: 'shared', kind: 'note', kept: 'both' },
      ],
    });
    expect(previewed).toEqual(imported);
    const own = { tags: ['mine', 'theirs'], note: 'My note.\n\nTheir note.' };
    expect(await readNewest(other, 1)).toMatchObject([{ headline: 'Newer', savedAt: 900, own }]);
    expect((await dumpOf(other)).revisions).toMatchObject([{ content: { headline: 'Older' } }]);
  });
});

describe('a job', () => {
  const manyRecords = (count: number): File => {
    const lines = Array.from({ length: count }, (_, number) => JSON.stringify(siteRecord(number)));
    return new File([lines.join('\n')], 'records.jsonl', { lastModified: RIG_STARTS_AT - 1_000 });
  };

  it('keeps what it imported before it was stopped, and goes on where it is asked again', async () => {
    const store = temporaryStore();
    const rig = importRig(store);
    const file = manyRecords(400);
    const preview = succeeded(await rig.transfer.preview(file, () => {}).outcome);
    const job = rig.transfer.import(preview, (done) => done > 0 && job.cancel());
    expect(await job.outcome).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    const kept = await countArticles(store);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(400);
    const { imported } = await importFile(rig, file);
    expect(imported.counts).toEqual({ ...NOTHING, added: 400 - kept, same: kept });
  });

  it('stands still while it is paused, and stops before it changes anything when its preview is cancelled', async () => {
    const store = temporaryStore();
    const rig = importRig(store);
    const preview = rig.transfer.preview(manyRecords(400), () => preview.cancel());
    expect(await preview.outcome).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    const looked = succeeded(await rig.transfer.preview(manyRecords(400), () => {}).outcome);
    const job = rig.transfer.import(looked, (done) => {
      if (done === 0 || done === 400) return;
      job.pause();
      setTimeout(() => job.resume());
    });
    expect(succeeded(await job.outcome).counts).toEqual({ ...NOTHING, added: 400 });
    expect(await countArticles(store)).toBe(400);
  });
});

describe('records of the site', () => {
  const good = Array.from({ length: 5 }, (_, number) => siteRecord(number));
  const bad = [
    { ...siteRecord(7), url: 'https://elsewhere.example/news/x' },
    { ...siteRecord(8), body_md: '' },
  ];
  const texts = {
    'JSON Lines': [...good, ...bad].map((record) => JSON.stringify(record)).join('\n'),
    'an array': JSON.stringify([...good, ...bad], null, 2),
    'an envelope': JSON.stringify({ meta: { next: null }, data: [...good, ...bad] }),
  };

  it.each(Object.entries(texts))('come in as %s, the first on top, with their own bytes', async (_, text) => {
    const store = temporaryStore();
    const rig = importRig(store);
    const file = new File([text], 'records.json', { lastModified: RIG_STARTS_AT - 5_000 });
    const { previewed, imported } = await importFile(rig, file);
    expect(imported).toMatchObject({
      kind: 'site-records',
      counts: { ...NOTHING, added: 5, refused: 2 },
      refusals: [{ reason: 'other-host' }, { reason: 'no-body' }],
    });
    expect(previewed).toEqual(imported);
    const records = await readNewest(store, 9);
    expect(records.map(({ slug }) => slug)).toEqual(good.map(({ slug }) => slug));
    expect(records[0]).toMatchObject({ checkedAt: RIG_STARTS_AT - 5_000, completeness: 'structure' });
    const [original] = await readOriginals(store, good[3]?.slug ?? '');
    expect(JSON.parse(new TextDecoder().decode(original?.bytes))).toEqual(good[3]);
    expect(text).toContain(new TextDecoder().decode(original?.bytes));
    const before = [await dumpOf(store), await lastSequence(store)];
    expect((await importFile(rig, file)).imported.counts).toEqual({ ...NOTHING, same: 5, refused: 2 });
    expect([await dumpOf(store), await lastSequence(store)]).toEqual(before);
  });

  it('replace older content and never newer, and count once however often they come', async () => {
    const store = temporaryStore();
    const rig = importRig(store);
    const version = (updated: string, body: string) => ({ ...siteRecord(1), updated_at: updated, body_md: body });
    const [older, newer] = [
      version('2026-07-01 00:00:00+00:00', 'Older.'),
      version('2026-07-02 00:00:00+00:00', 'Newer.'),
    ];
    const fileOf = (...records: readonly object[]) =>
      new File([records.map((record) => `${JSON.stringify(record)}\n`).join('')], 'x.jsonl', { lastModified: 1_000 });
    const { previewed, imported } = await importFile(rig, fileOf(newer, older, newer));
    expect(imported.counts).toEqual({ ...NOTHING, added: 1, updated: 1, same: 1 });
    expect(previewed.counts).toEqual({ ...NOTHING, added: 1, updated: 2 });
    expect((await dumpOf(store)).bodies).toMatchObject([{ articleBody: 'Newer.' }]);
    expect((await dumpOf(store)).revisions).toMatchObject([{ content: { articleBody: 'Older.' } }]);
  });
});

describe('a file that is damaged or was made to harm', () => {
  const REFUSED: readonly ProblemKind[] = ['not-an-archive', 'archive-damaged', 'archive-newer'];

  it.each(['', 'PK', 'hello', '<html></html>', '7'])('is refused when it is `%s`', async (text) => {
    const outcome = await importRig(temporaryStore()).transfer.preview(new File([text], 'x'), () => {}).outcome;
    expect(!outcome.ok && REFUSED.includes(outcome.problem.kind)).toBe(true);
  });

  it('takes nothing from the library, wherever its bytes were changed', async () => {
    const [library] = fc.sample(
      libraries.filter(({ all }) => all.length > 4),
      { numRuns: 1, seed: 5 },
    );
    if (library === undefined) throw new Error('nothing drawn');
    const whole = new Uint8Array(await (await exportOf(await storeOf(library))).arrayBuffer());
    const edit = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const store = await storeOf(library); // A new one each time: what one run did would be laid to the next.
        const before = await dumpOf(store);
        const rig = importRig(store);
        const bytes = whole.slice();
        for (const [at, patch] of edits) bytes.set(patch.subarray(0, bytes.length - at), at);
        const cut = edits.some(([, , isCut]) => isCut) ? bytes.subarray(0, edits[0]?.[0]) : bytes;
        const preview = await rig.transfer.preview(new File([cut], 'x.zip'), () => {}).outcome;
        if (!preview.ok) {
          expect(REFUSED).toContain(preview.problem.kind);
          return;
        }
        succeeded(await rig.transfer.import(preview.value, () => {}).outcome);
        const after = await dumpOf(store);
        for (const name of ['bodies', 'originals', 'revisions'] as const) {
          for (const record of before[name]) expect(after[name]).toContainEqual(record);
        }
      }),
      { numRuns: 40 },
    );
  });
});
