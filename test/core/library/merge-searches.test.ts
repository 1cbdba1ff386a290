import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newSearches } from '../../../core/library/merge-searches.ts';
import type { SavedSearchRecord } from '../../../core/library/records.ts';
import { fold } from '../../../core/query/fold.ts';

const search = (name: string, query = 'topic:chips'): SavedSearchRecord => {
  return { name, query, sort: 'saved', createdAt: 1, seenThrough: 0 };
};

it('leaves out what is there already, and keeps another search of the name beside it', () => {
  const present = [search('Chips'), search('Law', 'topic:law')];
  const incoming = [search('chips'), search('LAW', 'is:unread'), search('new')];
  expect(newSearches(present, incoming)).toEqual([search('LAW (2)', 'is:unread'), search('new')]);
});

it('keeps every search under a name of its own, and adds nothing the second time', () => {
  const any = fc
    .tuple(fc.constantFrom('Chips', 'chips', 'Chips (2)', 'Café'), fc.constantFrom('a', 'b', 'c'))
    .map(([name, query]) => search(name, query));
  const unique = fc.uniqueArray(any, { selector: ({ name }) => fold(name) });
  fc.assert(
    fc.property(unique, fc.array(any), (present, incoming) => {
      const all = [...present, ...newSearches(present, incoming)];
      expect(new Set(all.map(({ name }) => fold(name))).size).toBe(all.length);
      for (const { query } of incoming) expect(all.map((one) => one.query)).toContain(query);
      expect(newSearches(all, incoming)).toEqual([]);
    }),
  );
});
