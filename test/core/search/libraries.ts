import fc from 'fast-check';
import type { FieldTerm, Query, Term } from '../../../core/query/query.ts';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { packArticle } from '../../../core/search/analysis/packed-document.ts';
import type { PendingArticle } from '../../../core/search/pending-articles.ts';
import type { SearchRequest } from '../../../core/search/query/search-segments.ts';

/** Small vocabularies, so that queries find something. */
export const WORDS = [
  'open',
  'openai',
  'OPEN',
  'Öpen',
  'opening',
  'ai',
  'policy',
  'gpt-4',
  '4',
  'e',
  'naïve',
  'הָאָרֶץ',
  '東京',
  '東京タワー',
  'タワー',
  'GPT4発表',
  '大東京都',
  'ข่าววันนี้',
  'ข่าว',
  '정책을',
  '2026년',
  '—',
  '𠀋𠀌𠀋',
];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((parts) => parts.join(' '));

export const articles: fc.Arbitrary<ArticleFields> = fc.record({
  headline: text,
  description: fc.option(text),
  articleBody: fc.option(fc.array(text, { maxLength: 4 }).map((parts) => parts.join('\n\n'))),
  topics: fc.array(fc.constantFrom('ai', 'ai-policy', 'open'), { maxLength: 2 }),
  entities: fc.array(fc.constantFrom('OpenAI', 'Sam Altman', '東京'), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('later', 'Öpen'), { maxLength: 1 }),
  notes: fc.array(text, { maxLength: 1 }),
});

const asked = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    'op',
    'ope',
    'o',
    'a',
    '京',
    '京タ',
    '東',
    '東京タ',
    'ข่',
    '정책',
    '년',
    '!',
    '𠀌',
    'unknown',
    'sam',
  ),
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')),
);

export const textTerms: fc.Arbitrary<Term> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('word' as const), text: asked, prefix: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('phrase' as const), text: asked }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field: fc.constant('tag' as const),
      value: fc.constantFrom('2', '3'),
    }),
  },
);

/** A stand-in for the catalogue: `tag:3` holds for every third article. */
export function isField(term: FieldTerm, key: number): boolean {
  return term.kind === 'field' && key % Number(term.value) === 0;
}

export function request(query: Query, change: Partial<SearchRequest> = {}): SearchRequest {
  return {
    query,
    limit: 10,
    sort: 'relevance',
    fieldTests: (term) => (key) => isField(term, key),
    isCancelled: () => false,
    ...change,
  };
}

/** Fields with only a body. */
export function bodyOnly(articleBody: string): ArticleFields {
  return { headline: '', description: null, articleBody, topics: [], entities: [], tags: [], notes: [] };
}

export function pendingArticle(key: number, fields: ArticleFields): PendingArticle {
  return { key, document: packArticle(fields) };
}
