import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalogue, createCatalogue, openCatalogue } from '../../../core/catalogue/catalogue.ts';
import type { ListSort } from '../../../core/catalogue/row-lists.ts';
import { ATTACHMENTS } from '../../../core/query/query.ts';
import { queries } from '../query/queries.ts';
import { answerOf, naiveAnswer } from './answers.ts';
import { NOW, orders, records, terms } from './library-generators.ts';
import { type Kept, naiveSearch, withoutText } from './naive-library.ts';

type Change = Kept | { readonly remove: number } | { readonly store: 'and go on' | 'and open' };

const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ record: records, attachments: fc.subarray([...ATTACHMENTS]) }) },
  { weight: 2, arbitrary: fc.record({ remove: orders }) },
  { weight: 1, arbitrary: fc.record({ store: fc.constantFrom('and go on' as const, 'and open' as const) }) },
);

const steps = fc.array(
  fc.record({
    changes: fc.array(changes, { maxLength: 8 }),
    query: queries(terms),
    sort: fc.constantFrom<ListSort>('saved', 'published'),
  }),
  { minLength: 2, maxLength: 4 },
);

/** Makes a change; gives the catalogue to go on with. */
function make(change: Change, catalogue: Catalogue, library: Map<number, Kept>): Catalogue {
  if ('store' in change) return stored(catalogue, change.store);
  if ('remove' in change) {
    library.delete(change.remove);
    catalogue.remove(change.remove);
  } else {
    library.set(change.record.order, change);
    catalogue.upsert(change.record, change.attachments);
  }
  return catalogue;
}

function stored(catalogue: Catalogue, then: 'and go on' | 'and open'): Catalogue {
  const opened = openCatalogue(structuredClone(catalogue.image()));
  if (opened === null) throw new Error('the image is not one');
  return then === 'and go on' ? catalogue : opened;
}

/** About three questions a run. */
const RUNS = 2_000;

test('a catalogue selects, orders and counts what a plain filter over the records does, after any changes', {
  timeout: 60_000,
}, () => {
  const check = fc.property(steps, (given) => {
    let catalogue = createCatalogue();
    const library = new Map<number, Kept>();
    const earlier: (() => void)[] = [];
    for (const { changes: made, query, sort } of given) {
      for (const change of made) catalogue = make(change, catalogue, library);
      const expected = naiveAnswer(naiveSearch([...library.values()], withoutText(query), NOW, sort));
      const selection = catalogue.select(query, NOW);
      const selectedEarly = catalogue.select(query, NOW);
      expect(answerOf(selection, sort)).toEqual(expected);
      expect(catalogue.size).toBe(library.size);
      // One that was read and one that was not: neither sees what changes from here on.
      earlier.push(() =>
        expect([answerOf(selection, sort), answerOf(selectedEarly, sort)]).toEqual([expected, expected]),
      );
    }
    for (const expectUnchanged of earlier) expectUnchanged();
  });
  fc.assert(check, { numRuns: RUNS });
});

test('a test of a condition says of every article what a plain look at its record does, whatever changed since', {
  timeout: 60_000,
}, () => {
  const fieldTerms = terms.filter((term) => term.kind !== 'word' && term.kind !== 'phrase');
  const given = fc.record({ term: fieldTerms, before: fc.array(changes), after: fc.array(changes) });
  const check = fc.property(given, ({ term, before, after }) => {
    let catalogue = createCatalogue();
    const library = new Map<number, Kept>();
    for (const change of before) catalogue = make(change, catalogue, library);
    const meets = catalogue.test(term, NOW);
    for (const change of after) if (!('store' in change)) make(change, catalogue, library);
    const found = naiveSearch([...library.values()], term, NOW, 'saved').map(({ record }) => record.order);
    expect([4_294_967_296, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1].filter(meets)).toEqual(found);
  });
  fc.assert(check, { numRuns: 500 });
});

test('a selection of given orders has those that are in the catalogue, once each', () => {
  const asked = fc.array(fc.oneof(orders, fc.constantFrom(0, -1, 0.5, Number.NaN, 1e15)));
  const check = fc.property(
    fc.array(changes),
    asked,
    fc.constantFrom<ListSort>('saved', 'published'),
    (made, given, sort) => {
      let catalogue = createCatalogue();
      const library = new Map<number, Kept>();
      for (const change of made) catalogue = make(change, catalogue, library);
      const found = [...library.values()].filter(({ record }) => given.includes(record.order));
      const expected = naiveAnswer(naiveSearch(found, { kind: 'all' }, NOW, sort));
      expect(answerOf(catalogue.selectOrders(Float64Array.from(given)), sort)).toEqual(expected);
    },
  );
  fc.assert(check, { numRuns: 300 });
});
