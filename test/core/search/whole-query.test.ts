import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../../core/catalogue/catalogue.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import type { FieldTerm, Query } from '../../../core/query/query.ts';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { hasText } from '../../../core/search/query/query-words.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { NOW, records, terms } from '../catalogue/library-generators.ts';
import { naiveSearch } from '../catalogue/naive-library.ts';
import { queries } from '../query/queries.ts';
import { pendingArticle } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';
import { type NaiveHit, NaiveIndex } from './naive-index.ts';
import { rankingFaults } from './ranking.ts';

/**
 * Words by the index and conditions by the catalogue, together as a search of the library does it, against a naive
 * evaluator that reads every article for every question: 430 libraries with 24 queries each.
 */

const LIBRARIES = 430;
const QUERIES = 24;

const libraries = fc.uniqueArray(records, { minLength: 1, maxLength: 9, selector: ({ order }) => order });

function fieldsOf(record: ArticleRecord): ArticleFields {
  const { headline, description, topics, entities, own } = record;
  const notes = own.note === undefined ? [] : [own.note];
  const names = entities.map(({ name }) => name);
  return { headline, description, articleBody: null, topics, entities: names, tags: own.tags, notes };
}

/** What the plain way finds, by rank. */
function naiveHits(library: readonly ArticleRecord[], query: Query): readonly NaiveHit[] {
  const byOrder = new Map(library.map((record) => [record.order, record]));
  const isField = (term: FieldTerm, order: number) => {
    const record = byOrder.get(order);
    return record !== undefined && naiveSearch([{ record, attachments: [] }], term, NOW, 'saved').length === 1;
  };
  const indexed = library.map((record) => ({ key: record.order, fields: fieldsOf(record), isDeleted: false }));
  return new NaiveIndex(indexed, isField).search(query);
}

test('words, phrases and conditions in any combination find what reading every article finds, in the same order', async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(
      libraries,
      fc.array(queries(terms), { minLength: QUERIES, maxLength: QUERIES }),
      async (library, asked) => {
        const index = createSearchIndex(new MemoryStore());
        await index.update(
          [],
          library.map((record) => pendingArticle(record.order, fieldsOf(record))),
        );
        const catalogue = createCatalogue();
        for (const record of library) catalogue.upsert(record);
        for (const query of asked) {
          pairs += 1;
          const expected = naiveHits(library, query);
          const newestFirst = expected.map(({ key }) => key).sort((one, other) => other - one);
          const outcome = await index.search({
            query,
            limit: library.length,
            sort: 'relevance',
            fieldTests: (term) => catalogue.test(term, NOW),
            isCancelled: () => false,
          });
          if (outcome.kind !== 'found') throw new Error(outcome.kind);
          expect(rankingFaults(outcome.hits, expected)).toEqual([]);
          const selection = catalogue.selectOrders(await outcome.keys());
          expect(selection.orders('saved', 0, selection.total)).toEqual(newestFirst);
          if (hasText(query)) continue;
          const alone = catalogue.select(query, NOW);
          expect(alone.orders('saved', 0, alone.total)).toEqual(newestFirst);
        }
      },
    ),
    { numRuns: LIBRARIES },
  );
  expect(pairs).toBeGreaterThanOrEqual(LIBRARIES * QUERIES);
});
