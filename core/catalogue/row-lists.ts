import { type Bitmap, countBits, hasBit } from '../search/bytes/bitmap.ts';
import type { Rows } from './rows.ts';

/** `saved`: highest `order` first. `published`: newest `datePublished` first, unknown last, then by `order`. */
export type ListSort = 'saved' | 'published';

/** The rows below `known` that were in use, sorted. */
export interface RowList {
  readonly rows: Uint32Array;
  readonly known: number;
}

/** The list `saved` of `count` rows that are all in use and ascend by `order`. */
export function backwards(count: number): RowList {
  const rows = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) rows[place] = count - 1 - place;
  return { rows, known: count };
}

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
  if (list.known === rows.count && list.rows.length === countBits(live)) return list;
  const comparison = rowComparison(rows, sort);
  const added = sortedRows(liveFrom(list.known, rows.count, live), comparison);
  return { rows: merged(keptIn(live, list.rows), added, comparison), known: rows.count };
}

/** The rows of `list` that are in `set`, in its order. */
export function keptIn(set: Bitmap, list: Uint32Array): Uint32Array {
  const kept = new Uint32Array(list.length);
  let length = 0;
  for (let at = 0; at < list.length; at += 1) {
    const row = list[at] as number;
    kept[length] = row;
    // Without a branch: whether a row is kept is as good as chance.
    length += ((set[row >>> 5] as number) >>> (row & 31)) & 1;
  }
  return length === list.length ? list : kept.slice(0, length);
}

/** Highest row first: rows mostly come in the order of saving. */
function liveFrom(first: number, end: number, live: Bitmap): Uint32Array {
  const rows = new Uint32Array(end - first);
  let length = 0;
  for (let row = end - 1; row >= first; row -= 1) if (hasBit(live, row)) rows[length++] = row;
  return rows.subarray(0, length);
}

function sortedRows(rows: Uint32Array, comparison: RowComparison): Uint32Array {
  let at = 1;
  while (at < rows.length && comparison(rows[at - 1] as number, rows[at] as number) < 0) at += 1;
  // A plain array, because sorting one uses what is sorted already.
  return at >= rows.length ? rows : Uint32Array.from(Array.from(rows).sort(comparison));
}

function merged(kept: Uint32Array, added: Uint32Array, comparison: RowComparison): Uint32Array {
  if (added.length === 0) return kept;
  if (kept.length === 0) return added;
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
