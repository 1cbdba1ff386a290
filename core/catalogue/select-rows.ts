import type { Expression, Field, Query } from '../query/query.ts';
import {
  addAll,
  addBit,
  type Bitmap,
  difference,
  emptyBitmap,
  fullBitmap,
  intersection,
} from '../search/bytes/bitmap.ts';
import type { Ids } from './columns.ts';
import { FLAG_SETS } from './flags.ts';
import type { Moment } from './moment.ts';
import { askedInstants, askedValue, type FlagTerm, flagTest } from './row-test.ts';
import { idCount, type Rows } from './rows.ts';

/** The rows that meet a query, as sets. Rows out of use may be among them. */

/** Null when the query asks for nothing. What is text asks for nothing, wherever it stands. */
export function selectRows(query: Query, moment: Moment, now: number): Bitmap | null {
  switch (query.kind) {
    case 'all':
    case 'word':
    case 'phrase':
      return null;
    case 'and':
      return combined(query.of, moment, now, intersection);
    case 'or':
      return combined(query.of, moment, now, union);
    case 'not': {
      const inside = selectRows(query.of, moment, now);
      return inside === null ? null : difference(fullBitmap(moment.rows.count), inside);
    }
    case 'field':
      return rowsWithValue(query, moment);
    case 'is':
    case 'has':
      return rowsWithFlags(query, moment.rows);
    default: {
      const { from, to } = askedInstants(query, now);
      return rowsBetween(moment.rows[query.field], moment.rows.count, from, to);
    }
  }
}

type Combine = (one: Bitmap, other: Bitmap) => Bitmap;

function combined(parts: readonly Expression[], moment: Moment, now: number, combine: Combine): Bitmap | null {
  const sets = parts.map((part) => selectRows(part, moment, now)).filter((set) => set !== null);
  return sets.length === 0 ? null : sets.reduce(combine);
}

function union(one: Bitmap, other: Bitmap): Bitmap {
  const either = one.slice();
  addAll(either, other);
  return either;
}

/** Bits are set without a branch: whether a row is in the set is often as good as chance. */
function rowsWithFlags(term: FlagTerm, { flags, count }: Rows): Bitmap {
  const meets = flagTest(term);
  const bits = Uint8Array.from({ length: FLAG_SETS }, (_, set) => Number(meets(set)));
  const rows = emptyBitmap(count);
  for (let row = 0; row < count; row += 1) {
    const word = row >>> 5;
    rows[word] = (rows[word] as number) | ((bits[flags[row] as number] as number) << (row & 31));
  }
  return rows;
}

function rowsBetween(instants: Float64Array, count: number, from: number, to: number): Bitmap {
  const rows = emptyBitmap(count);
  for (let row = 0; row < count; row += 1) {
    const instant = instants[row] as number;
    if (instant >= from && instant < to) addBit(rows, row);
  }
  return rows;
}

/** How many sets of rows that have a value are remembered for a moment: the next letter typed asks for them again. */
const MOST_REMEMBERED = 16;
const remembered = new WeakMap<Moment, Map<number, Bitmap>>();

function rowsWithValue(term: Field, moment: Moment): Bitmap {
  const id = askedValue(term, moment);
  if (id === -1) return emptyBitmap(moment.rows.count);
  const sets = remembered.get(moment) ?? new Map<number, Bitmap>();
  remembered.set(moment, sets);
  const set = sets.get(id) ?? scan(moment.rows, id, moment.counts.values[id] ?? 0);
  sets.delete(id);
  sets.set(id, set);
  if (sets.size > MOST_REMEMBERED) sets.delete(sets.keys().next().value as number);
  return set;
}

/** Up to so many articles with a value, the engine's own search from one to the next is faster than a look at each. */
const FEW = 2_000;

/** One look at all values of all rows. */
function scan(rows: Rows, id: number, articles: number): Bitmap {
  const { starts } = rows;
  // The columns may have room for more.
  const ids = rows.ids.subarray(0, idCount(rows));
  const next = articles <= FEW ? (from: number) => ids.indexOf(id, from) : (from: number) => nextPlace(ids, id, from);
  const set = emptyBitmap(rows.count);
  let row = 0;
  for (let at = next(0); at !== -1; at = next(at + 1)) {
    while ((starts[row + 1] as number) <= at) row += 1;
    addBit(set, row);
  }
  return set;
}

function nextPlace(ids: Ids, id: number, from: number): number {
  for (let at = from; at < ids.length; at += 1) if (ids[at] === id) return at;
  return -1;
}
