import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNewest } from '../../storage/read-articles.ts';
import { saveArticle } from '../../storage/save-article.ts';
import { aBundle } from '../support/article-builders.ts';
import { temporaryStore } from '../support/temporary-store.ts';

/** The first and the last day that dates here are about, and two that no clock should show. */
const TIMES = fc.oneof(
  fc.constantFrom(0, 1, Date.UTC(1970, 0, 1), Date.UTC(2026, 10, 23), Date.UTC(10_000, 0, 1), -1),
  fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
);

it('lists articles in the order they were saved, whatever the clock said, also twice in one millisecond', async () => {
  const saves = fc.uniqueArray(fc.record({ n: fc.nat(1_000), at: TIMES }), { selector: ({ n }) => n, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(saves, async (made) => {
      const store = temporaryStore();
      for (const { n, at } of made) {
        expect((await saveArticle(store, aBundle({ slug: `article-${n}` }), at)).ok).toBe(true);
      }
      const listed = (await readNewest(store, 100)).map(({ slug }) => slug);
      expect(listed).toEqual(made.map(({ n }) => `article-${n}`).reverse());
    }),
    { numRuns: 40 },
  );
});
