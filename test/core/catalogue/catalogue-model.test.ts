import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalogue, createCatalogue, type SearchResult } from '../../../core/catalogue/catalogue.ts';
import { FACETS } from '../../../core/catalogue/facet.ts';
import type { Sort } from '../../../core/catalogue/row-order.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { fold } from '../../../core/query/fold.ts';
import { ATTACHMENTS, DATE_FIELDS, STATES, type Term } from '../../../core/query/query.ts';
import { queries } from '../query/queries.ts';
import { type Kept, naiveFacet, naiveSearch } from './naive-library.ts';
import { articleRecord } from './records.ts';

/** Small vocabularies, so that queries find something and changes hit the same articles again and again. */
const NOW = Date.UTC(2026, 4, 31, 12);
const WORDS = [
  'open',
  'openai',
  'OPEN',
  'Öpen',
  'ai',
  'policy',
  'gpt-4',
  '4',
  '東京',
  '東京タワー',
  'タワー',
  'ข่าว',
  '—',
  'e',
];
const TOPICS = ['ai', 'ai-policy', 'open', 'law'];
const NAMES = ['OpenAI', 'openai', 'Öpen  AI', 'Sam Altman', 'sam altman', '東京', 'ai'];
const LANGUAGES = ['en', 'en-US', 'de', 'ja'];
const HOSTS = ['theverge.com', 'www.theverge.com', 'dev.to', 'a.dev.to'];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((parts) => parts.join(' '));
const phrases = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
const days = fc.constantFrom(
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-04-30',
  '2026-05-01',
  '2026-05-24',
  '2026-05-31',
  '2026-06-01',
);
const siteDates = fc.option(
  fc
    .tuple(days, fc.constantFrom('', 'T00:00:00.000Z', 'T12:00:00.000Z', 'T23:59:59.999Z'))
    .map((parts) => parts.join('')),
);
const times = fc.tuple(days, fc.integer({ min: 0, max: 86_399_999 })).map(([day, time]) => Date.parse(day) + time);
const marks = fc.option(fc.constant(1));

const records: fc.Arbitrary<ArticleRecord> = fc
  .record({
    slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    headline: text,
    description: fc.option(text),
    datePublished: siteDates,
    dateModified: siteDates,
    inLanguage: fc.option(fc.constantFrom(...LANGUAGES)),
    canonicalSource: fc.option(fc.constantFrom(...HOSTS).map((host) => `https://${host}/x`)),
    topics: fc.uniqueArray(fc.constantFrom(...TOPICS)),
    entities: fc.array(
      fc.constantFrom(...NAMES).map((name) => ({ name, type: null })),
      { maxLength: 4 },
    ),
    order: fc.integer({ min: 1, max: 9 }),
    savedAt: times,
    own: fc.record({
      tags: fc.array(fc.constantFrom('later', 'Later', '🎉', ''), { maxLength: 2 }),
      readAt: marks,
      starredAt: marks,
      archivedAt: marks,
    }),
  })
  .map(articleRecord);

type Change = Kept | { readonly remove: string };
const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ record: records, attachments: fc.subarray([...ATTACHMENTS]) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g') }) },
);

const written = days.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)));
const dateField = fc.constantFrom(...DATE_FIELDS);
const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom(...WORDS, 'ope', '東', '東京タ', '!'),
    prefix: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('phrase' as const), text: phrases }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('topic' as const),
    value: fc.constantFrom(...TOPICS, 'AI'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('entity' as const),
    value: fc.constantFrom(...NAMES, 'nobody'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('source' as const),
    value: fc.constantFrom(...HOSTS),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('lang' as const),
    value: fc.constantFrom(...LANGUAGES, 'EN', 'US'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('tag' as const),
    value: fc.constantFrom('later', '🎉', ''),
  }),
  fc.record({ kind: fc.constant('is' as const), state: fc.constantFrom(...STATES) }),
  fc.record({ kind: fc.constant('has' as const), what: fc.constantFrom(...ATTACHMENTS) }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: fc.option(written), to: written }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: written, to: fc.constant(null) }),
  fc.record({
    kind: fc.constant('age' as const),
    field: dateField,
    relation: fc.constantFrom('under' as const, 'over' as const),
    count: fc.oneof(fc.nat(40), fc.nat(9999)),
    unit: fc.constantFrom('d' as const, 'w' as const, 'm' as const, 'y' as const),
  }),
);

interface Answer {
  readonly slugs: readonly string[];
  readonly facets: readonly (readonly { readonly value: string; readonly count: number }[])[];
}

function answerOf({ total, slugs, facets }: SearchResult): Answer {
  const counted = FACETS.map((facet) => facets[facet].map(({ value, count }) => ({ value: fold(value), count })));
  return { slugs: slugs(0, total), facets: counted };
}

function naiveAnswer(found: readonly Kept[]): Answer {
  return { slugs: found.map(({ record }) => record.slug), facets: FACETS.map((facet) => naiveFacet(found, facet)) };
}

function make(change: Change, catalogue: Catalogue, library: Map<string, Kept>): void {
  if ('remove' in change) {
    library.delete(change.remove);
    catalogue.remove(change.remove);
  } else {
    library.set(change.record.slug, change);
    catalogue.upsert(change.record, change.attachments);
  }
}

const steps = fc.array(
  fc.record({
    changes: fc.array(changes, { maxLength: 8 }),
    query: queries(terms),
    sort: fc.constantFrom<Sort>('saved', 'published'),
  }),
  { minLength: 2, maxLength: 4 },
);

/** About three questions a run: more than 10,000 in all. */
const RUNS = 3_500;

test('the catalogue finds, orders and counts what a plain filter over the records does, after any changes', {
  timeout: 60_000,
}, () => {
  const check = fc.property(steps, (given) => {
    const catalogue = createCatalogue();
    const library = new Map<string, Kept>();
    for (const { changes: made, query, sort } of given) {
      for (const change of made) make(change, catalogue, library);
      const found = naiveSearch([...library.values()], query, NOW, sort);
      expect(answerOf(catalogue.search(query, { now: NOW, sort }))).toEqual(naiveAnswer(found));
      expect(catalogue.size).toBe(library.size);
    }
  });
  fc.assert(check, { numRuns: RUNS });
});
