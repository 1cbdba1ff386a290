import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FACETS, type Facet } from '../../../core/catalogue/facet.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { printQuery } from '../../../core/query/print-query.ts';
import { normalise, type Query } from '../../../core/query/query.ts';
import {
  chosenMonths,
  chosenValues,
  type FacetChoice,
  type FacetMode,
  facetChoice,
  facetMode,
  withFacetChoice,
  withFacetMode,
  withMonths,
  withoutIncluded,
} from '../../../core/query/refine-query.ts';
import { queries, terms } from './queries.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

function read(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

function choose(text: string, facet: Facet, value: string, choice: FacetChoice, mode?: FacetMode): string {
  return printQuery(withFacetChoice(read(text), facet, value, choice, mode));
}

function inMode(text: string, facet: Facet, mode: FacetMode): string {
  return printQuery(withFacetMode(read(text), facet, mode));
}

const facetValues = fc.oneof(
  fc.tuple(fc.constantFrom(...FACETS.filter((facet) => facet !== 'months' && facet !== 'state')), fc.string()),
  fc.tuple(fc.constant('months' as const), fc.constantFrom('2026-06', '2025-12')),
  fc.tuple(fc.constant('state' as const), fc.constantFrom('unread', 'read', 'starred', 'archived')),
);
const choices = fc.constantFrom<FacetChoice>('include', 'exclude', null);
const modes = fc.constantFrom<FacetMode | undefined>('any', 'all', undefined);
const aMonth = fc.constantFrom(null, '2025-12', '2026-06', '2026-07');

/** Queries as facets write them: few values, so that they meet; free text, excluded values and odd groups between them. */
const facetTerms = fc.constantFrom(
  ...['topic:ai', 'topic:law', '-topic:ai', '-topic:x', '(topic:ai OR topic:x)', '(topic:law OR entity:x)'],
  ...['-(topic:ai OR topic:law)', 'source:dev.to', '(source:a OR source:b)', 'is:read', 'open ', '"open weights"'],
  ...['published:2026-06', '(published:2026-06 OR published:2026-07)', 'published:2026-01..2026-03', 'published:2026'],
);
const facetQueries = fc.array(facetTerms, { maxLength: 6 }).map((parts) => read(`${parts.join(' ')} `));
const simpleValues = fc.constantFrom<[Facet, string]>(
  ['topics', 'ai'],
  ['topics', 'new'],
  ['sources', 'b'],
  ['months', '2026-06'],
  ['months', '2026-08'],
  ['state', 'starred'],
);

function included(query: Query, facet: Facet): string[] {
  const values = chosenValues(query, facet).filter(({ choice }) => choice === 'include');
  return values.map(({ value }) => value);
}

describe('a facet value in a query', () => {
  test.each<[string, Facet, string, FacetChoice]>([
    ['topic:ai open', 'topics', 'ai', 'include'],
    ['-topic:ai', 'topics', 'ai', 'exclude'],
    ['entity:"sam altman"', 'entities', 'Sam Altman', 'include'],
    ['source:www.dev.to', 'sources', 'dev.to', 'include'],
    ['lang:en', 'languages', 'en', 'include'],
    ['published:2026-06', 'months', '2026-06', 'include'],
    ['is:starred', 'state', 'starred', 'include'],
    ['-tag:later', 'tags', 'later', 'exclude'],
    ['topic:ai OR topic:law', 'topics', 'ai', 'include'],
    ['open (topic:x OR topic:AI)', 'topics', 'ai', 'include'],
    ['topic:ai OR entity:x', 'topics', 'ai', null],
    ['topic:ai OR -topic:law', 'topics', 'ai', null],
    ['-(topic:ai OR topic:law)', 'topics', 'ai', null],
    ['saved:2026-06', 'months', '2026-06', null],
    ['published:2026-06..2026-07', 'months', '2026-06', null],
    ['entity:ai', 'topics', 'ai', null],
    ['', 'topics', 'ai', null],
  ])('of %j: %s %s is %s', (text, facet, value, choice) => {
    expect(facetChoice(read(text), facet, value)).toBe(choice);
  });

  test('is added, turned around and taken away without touching the rest', () => {
    expect(choose('', 'topics', 'ai', 'include')).toBe('topic:ai');
    expect(choose('open', 'entities', 'Sam Altman', 'include')).toBe('open* entity:"Sam Altman"');
    expect(choose('topic:ai "open weights"', 'topics', 'ai', 'exclude')).toBe('"open weights" -topic:ai');
    expect(choose('topic:ai "open weights"', 'topics', 'ai', null)).toBe('"open weights"');
    expect(choose('a OR b ', 'months', '2026-06', 'include')).toBe('(a OR b) published:2026-06');
    expect(choose('is:read -is:read', 'state', 'read', null)).toBe('');
    expect(choose('x ', 'state', 'no-such-state', 'include')).toBe('x ');
  });

  test('stands as it was chosen, and what stood beside it stays', () => {
    fc.assert(
      fc.property(queries(terms).map(normalise), facetValues, choices, modes, (query, [facet, value], choice, mode) => {
        const refined = withFacetChoice(query, facet, value, choice, mode);
        expect(facetChoice(refined, facet, value)).toBe(choice);
        expect(withFacetChoice(refined, facet, value, choice, mode)).toEqual(refined);
        expect(refined).toEqual(normalise(refined));
        expect(parseQuery(printQuery(refined))).toEqual({ ok: true, query: refined });
        for (const other of FACETS.filter((name) => name !== facet)) {
          expect(chosenValues(refined, other)).toEqual(chosenValues(query, other));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('is listed with its choice, in the order of the query', () => {
    const query = read('topic:ai -topic:law word entity:x (topic:a OR topic:b) (topic:c OR entity:d)');
    expect(chosenValues(query, 'topics')).toEqual([
      { value: 'ai', choice: 'include' },
      { value: 'law', choice: 'exclude' },
      { value: 'a', choice: 'include' },
      { value: 'b', choice: 'include' },
    ]);
  });

  test('that is chosen and let go again leaves the query as it was', () => {
    fc.assert(
      fc.property(facetQueries, simpleValues, (query, [facet, value]) => {
        fc.pre(facetChoice(query, facet, value) === null);
        const chosen = withFacetChoice(query, facet, value, 'include');
        expect(withFacetChoice(chosen, facet, value, null)).toEqual(query);
        expect(included(chosen, facet).toSorted()).toEqual([...included(query, facet), value].toSorted());
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the included values of a facet', () => {
  test.each<[string, Facet, FacetMode]>([
    ['topic:ai OR topic:law', 'topics', 'any'],
    ['open (topic:ai OR topic:law)', 'topics', 'any'],
    ['topic:ai topic:law', 'topics', 'all'],
    ['(topic:ai OR entity:x) topic:law', 'topics', 'all'],
    ['', 'topics', 'all'],
    ['', 'months', 'any'],
    ['source:a', 'sources', 'any'],
    ['source:a source:b', 'sources', 'all'],
  ])('of %j: %s are asked for as %s', (text, facet, mode) => {
    expect(facetMode(read(text), facet)).toBe(mode);
  });

  test('join the alternatives where any is enough', () => {
    expect(choose('open (topic:ai OR topic:law) is:read', 'topics', 'x', 'include')).toBe(
      'open (topic:ai OR topic:law OR topic:x) is:read',
    );
    expect(choose('topic:ai open ', 'topics', 'law', 'include', 'any')).toBe('(topic:ai OR topic:law) open ');
    expect(choose('topic:ai', 'topics', 'law', 'include', 'all')).toBe('topic:ai topic:law');
    expect(choose('published:2026-06', 'months', '2026-07', 'include')).toBe('published:2026-06 OR published:2026-07');
  });

  test('leave the alternatives one by one', () => {
    expect(choose('(topic:ai OR topic:law OR topic:x) open ', 'topics', 'law', null)).toBe(
      '(topic:ai OR topic:x) open ',
    );
    expect(choose('topic:ai OR topic:law', 'topics', 'ai', null)).toBe('topic:law');
    expect(choose('topic:ai OR topic:law', 'topics', 'ai', 'exclude')).toBe('topic:law -topic:ai');
    expect(choose('topic:ai OR entity:x', 'topics', 'ai', null)).toBe('topic:ai OR entity:x');
  });

  test('turn from all to any and back, and the excluded ones stay', () => {
    expect(inMode('topic:ai open -topic:x topic:law', 'topics', 'any')).toBe('(topic:ai OR topic:law) open -topic:x');
    expect(inMode('(topic:ai OR topic:law) open -topic:x', 'topics', 'all')).toBe('topic:ai topic:law open -topic:x');
    expect(inMode('open ', 'topics', 'any')).toBe('open ');
    fc.assert(
      fc.property(facetQueries, fc.constantFrom<Facet>('topics', 'sources', 'months'), (query, facet) => {
        const any = withFacetMode(query, facet, 'any');
        const all = withFacetMode(any, facet, 'all');
        expect(included(all, facet)).toEqual(included(query, facet));
        if (included(query, facet).length > 1) {
          expect([facetMode(any, facet), facetMode(all, facet)]).toEqual(['any', 'all']);
        }
        expect(withFacetMode(all, facet, 'any')).toEqual(any);
        expect(withoutIncluded(any, facet)).toEqual(withoutIncluded(query, facet));
        expect(withoutIncluded(all, facet)).toEqual(withoutIncluded(query, facet));
      }),
      { numRuns: 3_000 },
    );
  });

  test('can be left out of the query together', () => {
    const without = (text: string, facet: Facet) => printQuery(withoutIncluded(read(text), facet));
    expect(without('topic:ai (topic:b OR topic:c) -topic:x (topic:d OR entity:e) open ', 'topics')).toBe(
      '-topic:x (topic:d OR entity:e) open ',
    );
    expect(without('published:2026-01..2026-03 published:2026-06-28 saved:2026-06', 'months')).toBe(
      'published:2026-06-28 saved:2026-06',
    );
    expect(without('is:read', 'state')).toBe('');
    const other = read('open -topic:ai');
    expect(withoutIncluded(other, 'topics')).toBe(other);
  });
});

describe('a range of months', () => {
  test.each<[string, ReturnType<typeof chosenMonths>]>([
    ['open published:2026-01..2026-03', { from: '2026-01', to: '2026-03' }],
    ['published:2026-01..', { from: '2026-01', to: null }],
    ['published:2026-01', { from: '2026-01', to: '2026-01' }],
    ['published:2026', null],
    ['published:2026-01-01..2026-03', null],
    ['saved:2026-01..2026-03', null],
    ['-published:2026-01', null],
    ['published:2026-01 OR published:2026-02', null],
  ])('in %j is %j', (text, months) => {
    expect(chosenMonths(read(text))).toEqual(months);
  });

  test('takes the place of the months that were asked for, and is taken away', () => {
    const set = (text: string, from: string | null, to: string | null) => printQuery(withMonths(read(text), from, to));
    expect(set('published:2026-06 open ', '2026-01', '2026-03')).toBe('open published:2026-01..2026-03');
    expect(set('(published:2026-06 OR published:2026-07) -published:2026-02', '2026-01', '2026-01')).toBe(
      '-published:2026-02 published:2026-01',
    );
    expect(set('published:2026-01..2026-03 published:2026', null, null)).toBe('published:2026');
  });

  test('is read back as it was set, and stands once', () => {
    fc.assert(
      fc.property(facetQueries, aMonth, aMonth, (query, from, to) => {
        const brushed = withMonths(query, from, to);
        expect(chosenMonths(brushed)).toEqual(from === null && to === null ? null : { from, to });
        expect(withMonths(brushed, null, null)).toEqual(withoutIncluded(query, 'months'));
        expect(parseQuery(printQuery(brushed))).toEqual({ ok: true, query: brushed });
      }),
      { numRuns: 3_000 },
    );
  });
});
