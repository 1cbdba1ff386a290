import { grown, type Ids, type Orders, wideEnough, wideEnoughOrders } from './columns.ts';

/**
 * Articles as rows of columns. A row is only ever appended: an article that changes gets a new row, and whoever holds
 * `Rows` goes on seeing what was there when they got them.
 */
export interface Rows {
  /** Rows are 0 to count − 1. */
  readonly count: number;
  /** The save's sequence number. */
  readonly orders: Orders;
  /** Milliseconds since 1970; NaN when the site gave no date. */
  readonly published: Float64Array;
  readonly saved: Float64Array;
  readonly updated: Float64Array;
  /** As `flagsOf` makes them. */
  readonly flags: Uint8Array;
  /** The facet values of a row are `ids[starts[row]]` up to but without `ids[starts[row + 1]]`. */
  readonly starts: Uint32Array;
  readonly ids: Ids;
}

/** What is appended. */
export interface Row {
  readonly order: number;
  readonly published: number;
  readonly saved: number;
  readonly updated: number;
  readonly flags: number;
  /** Without duplicates. */
  readonly ids: readonly number[];
}

export const NO_ROWS: Rows = {
  count: 0,
  orders: new Uint32Array(0),
  published: new Float64Array(0),
  saved: new Float64Array(0),
  updated: new Float64Array(0),
  flags: new Uint8Array(0),
  starts: new Uint32Array(1),
  ids: new Uint16Array(0),
};

/** `rows` with one more. The columns are shared while they have room: of two results for the same `rows` only the last is good. */
export function appended(rows: Rows, row: Row): Rows {
  const { count } = rows;
  const start = rows.starts[count] as number;
  const next = {
    count: count + 1,
    orders: grown(wideEnoughOrders(rows.orders, row.order), count + 1),
    published: grown(rows.published, count + 1),
    saved: grown(rows.saved, count + 1),
    updated: grown(rows.updated, count + 1),
    flags: grown(rows.flags, count + 1),
    starts: grown(rows.starts, count + 2),
    ids: grown(wideEnough(rows.ids, row.ids), start + row.ids.length),
  };
  next.orders[count] = row.order;
  next.published[count] = row.published;
  next.saved[count] = row.saved;
  next.updated[count] = row.updated;
  next.flags[count] = row.flags;
  next.ids.set(row.ids, start);
  next.starts[count + 1] = start + row.ids.length;
  return next;
}

/** How many facet values the rows have in all. */
export function idCount({ count, starts }: Rows): number {
  return starts[count] as number;
}

/** The facet values of `row`: a view. */
export function idsOf({ starts, ids }: Rows, row: number): Ids {
  return ids.subarray(starts[row], starts[row + 1]);
}

/** Whether `row` has the facet value `id`. */
export function hasValue({ starts, ids }: Rows, row: number, id: number): boolean {
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) if (ids[at] === id) return true;
  return false;
}
