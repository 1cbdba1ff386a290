import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FACETS, type Facet } from '../../../core/catalogue/facet.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { printQuery } from '../../../core/query/print-query.ts';
import { normalise, type Query } from '../../../core/query/query.ts';
import { chosenValues, type FacetChoice, facetChoice, withFacetChoice } from '../../../core/query/refine-query.ts';
import { queries, terms } from './queries.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

function read(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

function choose(text: string, facet: Facet, value: string, choice: FacetChoice): string {
  return printQuery(withFacetChoice(read(text), facet, value, choice));
}

const facetValues = fc.oneof(
  fc.tuple(fc.constantFrom(...FACETS.filter((facet) => facet !== 'months' && facet !== 'state')), fc.string()),
  fc.tuple(fc.constant('months' as const), fc.constantFrom('2026-06', '2025-12')),
  fc.tuple(fc.constant('state' as const), fc.constantFrom('unread', 'read', 'starred', 'archived')),
);
const choices = fc.constantFrom<FacetChoice>('include', 'exclude', null);

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
    ['topic:ai OR topic:law', 'topics', 'ai', null],
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
      fc.property(queries(terms).map(normalise), facetValues, choices, (query, [facet, value], choice) => {
        const refined = withFacetChoice(query, facet, value, choice);
        expect(facetChoice(refined, facet, value)).toBe(choice);
        expect(withFacetChoice(refined, facet, value, choice)).toEqual(refined);
        expect(refined).toEqual(normalise(refined));
        for (const other of FACETS.filter((name) => name !== facet)) {
          expect(chosenValues(refined, other)).toEqual(chosenValues(query, other));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('is listed with its choice, in the order of the query', () => {
    const query = read('topic:ai -topic:law word entity:x (topic:a OR topic:b)');
    expect(chosenValues(query, 'topics')).toEqual([
      { value: 'ai', choice: 'include' },
      { value: 'law', choice: 'exclude' },
    ]);
  });
});
