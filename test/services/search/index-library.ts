import fc from 'fast-check';
import { expect } from 'vitest';
import type { Query } from '../../../core/query/query.ts';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { fieldsOf } from '../../../core/search/analysis/fields-of-record.ts';
import { createSearchIndex, type SearchIndex } from '../../../core/search/search-index.ts';
import { readIndex, recordSource } from '../../../storage/index-store.ts';
import { readBodies, readRecordsAbove } from '../../../storage/read-articles.ts';
import { type ArticleBundle, saveArticle } from '../../../storage/save-article.ts';
import type { Store } from '../../../storage/store.ts';
import { queries } from '../../core/query/queries.ts';
import { articles, pendingArticle, request, textTerms } from '../../core/search/libraries.ts';
import { MemoryStore } from '../../core/search/memory-store.ts';
import { aBundle } from '../../support/article-builders.ts';

/** Libraries to keep an index of, and what their index must answer. */

/** The bundle of an article with these words; the tags and notes of `fields` are not in it, they are the reader's. */
export function bundleOf(slug: string, fields: ArticleFields): ArticleBundle {
  const { headline, description, articleBody, topics, entities } = fields;
  const names = entities.map((name) => ({ name, type: null }));
  return aBundle({ slug, headline, description, articleBody: articleBody ?? '', topics, entities: names });
}

/** Articles with random words, the same for the same `seed`. */
export function someFields(count: number, seed: number): readonly ArticleFields[] {
  return fc.sample(articles, { numRuns: count, seed });
}

/** Saves articles with the slugs `${prefix}-0`, `${prefix}-1` … */
export async function saveSome(store: Store, prefix: string, count: number, seed = 1): Promise<void> {
  const saving = someFields(count, seed).map((fields, index) =>
    saveArticle(store, bundleOf(`${prefix}-${index}`, fields), 1_000),
  );
  for (const outcome of await Promise.all(saving)) expect(outcome).toMatchObject({ ok: true });
}

const WORDS: readonly Query[] = ['open', 'ai', 'policy', '4', '東京'].map((text) => ({
  kind: 'word',
  text,
  prefix: true,
}));

/** What is asked of every index; among it a query that every article matches, so that none can be lost unseen. */
export const QUERIES: readonly Query[] = [
  { kind: 'all' },
  ...WORDS,
  ...fc.sample(queries(textTerms), { numRuns: 12, seed: 7 }),
];

/** What the stored index answers: by query how many, which, the newest first. Fails where anything is damaged. */
export async function storedAnswers(store: Store): Promise<readonly unknown[]> {
  const index = createSearchIndex(recordSource(store));
  const { entries, pending } = await readIndex(store);
  const waiting = pending.map(({ order, document }) => ({ key: order, document }));
  expect(await index.update(entries, waiting)).toEqual({ segments: [], keys: [] });
  return answersOf(index, 'newest');
}

/** What an index answers that is made at once of the articles as they are now. */
export async function freshAnswers(store: Store): Promise<readonly unknown[]> {
  return answersOf(await freshIndex(store), 'newest');
}

/** An index made at once, in memory, of the articles as they are now. */
export async function freshIndex(store: Store): Promise<SearchIndex> {
  const records = await readRecordsAbove(store, 0, 100_000);
  const slugs = records.map(({ slug }) => slug);
  const bodies = await readBodies(store, slugs);
  const index = createSearchIndex(new MemoryStore());
  await index.update(
    [],
    records.map((record, at) => pendingArticle(record.order, fieldsOf(record, bodies[at]))),
  );
  return index;
}

/** By query how many were found, their keys, and the hits in their order. */
export async function answersOf(index: SearchIndex, sort: 'newest' | 'relevance'): Promise<readonly unknown[]> {
  return Promise.all(
    QUERIES.map(async (query) => {
      const found = await index.search(request(query, { sort, limit: 50 }));
      if (found.kind !== 'found') throw new Error(found.kind);
      const keys = [...(await found.keys())].sort((one, other) => one - other);
      const hits = found.hits.map(({ key, score }) => ({ key, score: Number(score.toFixed(9)) }));
      return { total: found.total, keys, hits };
    }),
  );
}
