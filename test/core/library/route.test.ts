import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseRoute, printRoute, type Route } from '../../../core/library/route.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const WHOLE_LIST: Route = { page: 'list', queryText: '' };

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constant('list' as const), queryText: fc.string({ unit: 'binary' }) }),
  fc.record({ page: fc.constant('article' as const), slug: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,5}$/) }),
  fc.constantFrom<Route>(
    { page: 'settings' },
    { page: 'settings', at: 'backups' },
    { page: 'transfer' },
    { page: 'bin' },
  ),
);

describe('the route of an address hash', () => {
  test.each<[string, Route]>([
    ['', WHOLE_LIST],
    ['#', WHOLE_LIST],
    ['#/', WHOLE_LIST],
    ['#/?q=', WHOLE_LIST],
    ['#/?q=topic%3Aai%20open', { page: 'list', queryText: 'topic:ai open' }],
    ['#/?q=a%20', { page: 'list', queryText: 'a ' }],
    ['#/?q=C++', { page: 'list', queryText: 'C++' }],
    ['#/?other=1&q=x', { page: 'list', queryText: 'x' }],
    ['#/?q=what?', { page: 'list', queryText: 'what?' }],
    ['#/article/gpt-5-arrives', { page: 'article', slug: 'gpt-5-arrives' }],
    ['#/article/gpt-5-arrives?from=popup', { page: 'article', slug: 'gpt-5-arrives' }],
    ['#/topic/ai-policy', { page: 'list', queryText: 'topic:ai-policy' }],
    ['#/entity/Sam%20Altman', { page: 'list', queryText: 'entity:"Sam Altman"' }],
    ['#/entity/AC%2FDC', { page: 'list', queryText: 'entity:AC/DC' }],
    ['#/settings', { page: 'settings' }],
    ['#/settings/backups', { page: 'settings', at: 'backups' }],
    ['#/transfer', { page: 'transfer' }],
    ['#/bin', { page: 'bin' }],
  ])('reads %j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test.each(['#/nowhere', '#/article/', '#/article/Not A Slug', '#/article/../x', '#/topic/', '#/settings/x', '#x'])(
    'shows the whole list for %j',
    (hash) => {
      expect(parseRoute(hash)).toEqual(WHOLE_LIST);
    },
  );

  test('keeps a malformed escape as it was written', () => {
    expect(parseRoute('#/?q=100%')).toEqual({ page: 'list', queryText: '100%' });
    expect(parseRoute('#/topic/%E0%A4%A')).toEqual({ page: 'list', queryText: 'topic:%E0%A4%A' });
  });

  test('of a printed route is that route', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(printRoute(route))).toEqual(route);
      }),
      { numRuns: 10_000 },
    );
  });

  test('is found for any text, and its print is stable', () => {
    const hashes = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('#', '/', '?', 'q', '=', '%', '2', '0', 'topic', 'article', '&', '\ud800', '\n'),
      }),
    );
    fc.assert(
      fc.property(hashes, (hash) => {
        const printed = printRoute(parseRoute(hash));
        expect(printRoute(parseRoute(printed))).toBe(printed);
      }),
      { numRuns: 10_000 },
    );
  });
});
