import { expect } from 'vitest';
import { FACETS, type FacetValue } from '../../../core/catalogue/facet.ts';
import type { ListSort } from '../../../core/catalogue/row-lists.ts';
import type { Selection } from '../../../core/catalogue/selection.ts';
import { fold } from '../../../core/query/fold.ts';
import { type Kept, naiveFacet } from './naive-library.ts';

export interface Answer {
  readonly total: number;
  readonly orders: readonly number[];
  readonly places: readonly number[];
  readonly facets: readonly (readonly FacetValue[])[];
}

/** Everything that a selection says, with values folded: what they were first spelt like depends on the past. */
export function answerOf(selection: Selection, sort: ListSort): Answer {
  const all = { words: '', from: 0, to: Number.POSITIVE_INFINITY };
  const orders = selection.orders(sort, 0, Number.POSITIVE_INFINITY);
  return {
    total: selection.total,
    orders,
    places: orders.map((order) => selection.place(sort, order)),
    facets: FACETS.map((facet) =>
      selection.values({ facet, ...all }).values.map(({ value, count }) => ({ value: fold(value), count })),
    ),
  };
}

/** What a selection of the articles `found`, in the order of its list, must say. */
export function naiveAnswer(found: readonly Kept[]): Answer {
  return {
    total: found.length,
    orders: found.map(({ record }) => record.order),
    places: found.map((_, place) => place),
    facets: FACETS.map((facet) => naiveFacet(found, facet)),
  };
}

/** Both selections say the same. */
export function expectSame(one: Selection, other: Selection): void {
  for (const sort of ['saved', 'published'] as const) expect(answerOf(one, sort)).toEqual(answerOf(other, sort));
}
