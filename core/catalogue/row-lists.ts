import { type Bitmap, hasBit } from '../search/bytes/bitmap.ts';
import type { Rows } from './rows.ts';

/** `saved`: highest `order` first. `published`: newest `datePublished` first, unknown last, then by `order`. */
export type ListSort = 'saved' | 'published';

/** The rows below `known` that were in use, sorted. */
export interface RowList {
  readonly rows: Uint32Array;
  readonly known: number;
}

export const NO_LIST: RowList = { rows: new Uint32Array(0), known: 0 };

/** Whether row `one` comes before row `other` (below 0) or after it. */
export type RowComparison = (one: number, other: number) => number;

/** How the rows of a list are compared. */
export function rowComparison({ orders, published }: Rows, sort: ListSort): RowComparison {
  const bySave: RowComparison = (one, other) => (orders[other] as number) - (orders[one] as number);
  if (sort === 'saved') return bySave;
  return (one, other) => newestFirst(published[one] as number, published[other] as number) || bySave(one, other);
}

/** Compares for descending order; NaN comes last. */
function newestFirst(one: number, other: number): number {
  if (one > other) return -1;
  if (one < other) return 1;
  return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
}

/** `list` without the rows that are no longer in `live`, and with those that came since. */
export function updatedList(list: RowList, live: Bitmap, rows: Rows, sort: ListSort): RowList {
  const comparison = rowComparison(rows, sort);
  const added = liveFrom(list.known, rows.count, live).sort(comparison);
  return { rows: merged(keptIn(live, list.rows), added, comparison), known: rows.count };
}

/** The rows of `list` that are in `set`, in its order. */
export function keptIn(set: Bitmap, list: Uint32Array): Uint32Array {
  const kept = new Uint32Array(list.length);
  let length = 0;
  for (let at = 0; at < list.length; at += 1) {
    const row = list[at] as number;
    kept[length] = row;
    length += Number(hasBit(set, row));
  }
  return length === list.length ? list : kept.slice(0, length);
}

/** Highest row first: rows mostly come in the order of saving. A plain array, because sorting it uses what is sorted. */
function liveFrom(first: number, end: number, live: Bitmap): number[] {
  const rows: number[] = [];
  for (let row = end - 1; row >= first; row -= 1) if (hasBit(live, row)) rows.push(row);
  return rows;
}

function merged(kept: Uint32Array, added: readonly number[], comparison: RowComparison): Uint32Array {
  if (added.length === 0) return kept;
  const list = new Uint32Array(kept.length + added.length);
  let next = 0;
  let length = 0;
  for (const row of added) {
    while (next < kept.length && comparison(kept[next] as number, row) < 0) list[length++] = kept[next++] as number;
    list[length++] = row;
  }
  list.set(kept.subarray(next), length);
  return list;
}

/** The first place in `list` whose row `isBefore` does not hold for; all rows it holds for come first. */
export function placeAfter(list: Uint32Array, isBefore: (row: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
