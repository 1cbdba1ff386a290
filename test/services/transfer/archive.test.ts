import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { markdownName, originalName } from '../../../core/archive/archive-names.ts';
import { archiveOf, opened, readAll, sourceOf, WRITTEN_AT } from '../../support/archive/archives.ts';
import { binnedAt, holdingOf, libraries } from '../../support/archive/holdings.ts';

describe('an archive', () => {
  test('brings back every library as it was', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async ({ all, binned, removedAt }) => {
        const holdings = await Promise.all(all.map(holdingOf));
        const inBin = holdings.slice(0, binned).map((holding) => binnedAt(holding, removedAt));
        const kept = holdings.slice(binned);
        const reader = await opened(await archiveOf(sourceOf(kept, inBin)));
        const { read, refusals } = await readAll(reader);
        expect(refusals).toEqual([]);
        expect(read).toEqual([
          ...kept.map((holding) => ({ holding, removedAt: null })),
          ...holdings.slice(0, binned).map((holding) => ({ holding, removedAt })),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test('brings back searches, redirects and settings, and says what it is', async () => {
    const source = sourceOf([], [], { queryText: 'topic:law' });
    const reader = await opened(await archiveOf(source));
    expect(await reader.searches()).toEqual({ records: source.searches, refusals: [] });
    expect(await reader.redirects()).toEqual({ records: source.redirects, refusals: [] });
    expect(await reader.settings()).toEqual(source.settings);
    expect(reader.manifest).toMatchObject({
      format: 'offprint-archive',
      formatVersion: 1,
      appVersion: '1.2.3',
      createdAt: new Date(WRITTEN_AT).toISOString(),
      query: 'topic:law',
      counts: { articles: 0, binned: 0, originals: 0, revisions: 0, annotations: 0, searches: 1 },
    });
  });

  test('is a zip that another library opens, with originals byte for byte and front matter that YAML reads', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async ({ all }) => {
        const holdings = await Promise.all(all.map(holdingOf));
        const files = unzipSync(await archiveOf(sourceOf(holdings)));
        for (const { article, body, originals } of holdings) {
          for (const { source, bytes } of originals) {
            expect(files[originalName(article.slug, source, false)]).toEqual(bytes);
          }
          const text = new TextDecoder().decode(files[markdownName(article.slug)]);
          const [, yaml = '', rest] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(text) ?? [];
          expect(rest).toBe(`${body.articleBody}\n`);
          const front = load(yaml) as Record<string, unknown>;
          expect(front.title).toBe(article.headline);
          expect(front.tags ?? []).toEqual(article.own.tags);
          expect(front.note).toBe(article.own.note);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is the same, byte for byte, for the same library', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async ({ all }) => {
        const holdings = await Promise.all(all.map(holdingOf));
        expect(await archiveOf(sourceOf(holdings))).toEqual(await archiveOf(sourceOf(holdings)));
      }),
      { numRuns: 8 },
    );
  });

  test('verifies whole, file by file', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async ({ all, binned, removedAt }) => {
        const holdings = await Promise.all(all.map(holdingOf));
        const inBin = holdings.slice(0, binned).map((holding) => binnedAt(holding, removedAt));
        const bytes = await archiveOf(sourceOf(holdings.slice(binned), inBin));
        const found = [];
        for await (const refusal of (await opened(bytes)).verify()) found.push(refusal);
        expect(found).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
