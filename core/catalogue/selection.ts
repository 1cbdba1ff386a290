import type { FacetPage, ValuesWanted } from '../library/search.ts';
import { type Bitmap, countBits, intersection } from '../search/bytes/bitmap.ts';
import { type Counts, countSet } from './count-rows.ts';
import type { Facet } from './facet.ts';
import { countOf, facetPage } from './facet-page.ts';
import type { Moment } from './moment.ts';
import { keptIn, type ListSort, placeAfter, rowComparison } from './row-lists.ts';

/**
 * What was selected. It stays as it is when the catalogue changes afterwards: lists and counts are made when they are
 * first asked for, from rows that never change.
 */
export interface Selection {
  readonly total: number;
  /** The `order`s of the articles at from … to − 1 of the list; fewer where it ends before. */
  orders(sort: ListSort, from: number, to: number): readonly number[];
  /** Where the article is in that list, -1 when it is not. */
  place(sort: ListSort, order: number): number;
  /** Values with a count above 0, highest count first, then by folded name. */
  values(wanted: ValuesWanted): FacetPage;
  /** How many of the articles have the value; any spelling of it will do. */
  count(facet: Facet, value: string): number;
}

/** The articles of a moment whose rows are in `rows`; null: all. */
export function selectionOf(moment: Moment, rows: Bitmap | null): Selection {
  const set = rows === null ? null : intersection(rows, moment.live);
  const lists: { [Name in ListSort]?: Uint32Array } = {};
  const listOf = (sort: ListSort) => {
    lists[sort] ??= set === null ? moment.lists[sort] : keptIn(set, moment.lists[sort]);
    return lists[sort];
  };
  let counted: Counts | null = null;
  const counts = () => {
    counted ??= set === null ? moment.counts : countSet(moment.rows, set, moment.counts.values.length);
    return counted;
  };
  return {
    total: set === null ? moment.size : countBits(set),
    orders(sort, from, to) {
      return Array.from(
        listOf(sort).subarray(Math.max(0, from), Math.max(0, to)),
        (row) => moment.rows.orders[row] as number,
      );
    },
    place(sort, order) {
      const saved = placeBySave(moment, listOf('saved'), order);
      if (saved === -1 || sort === 'saved') return saved;
      const row = listOf('saved')[saved] as number;
      const comparison = rowComparison(moment.rows, sort);
      return placeAfter(listOf(sort), (other) => comparison(other, row) < 0);
    },
    values: (wanted) => facetPage(wanted, counts(), moment.values),
    count: (facet, value) => countOf(facet, value, counts(), moment.values),
  };
}

function placeBySave({ rows }: Moment, saved: Uint32Array, order: number): number {
  const place = placeAfter(saved, (row) => (rows.orders[row] as number) > order);
  const row = saved[place];
  return row !== undefined && rows.orders[row] === order ? place : -1;
}
