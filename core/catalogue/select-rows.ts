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
import type { Moment } from './moment.ts';
import { askedValue, type RowTest, rowTest } from './row-test.ts';
import { idCount, type Rows } from './rows.ts';

/** The rows that meet a query, as sets. Rows out of use may be among them. */

/** Null when the query asks for nothing. What is text asks for nothing, wherever it stands. */
export function selectRows(query: Query, moment: Moment, now: number): Bitmap | null {
  const { count } = moment.rows;
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
      return inside === null ? null : difference(fullBitmap(count), inside);
    }
    case 'field':
      return rowsWithValue(query, moment);
    default:
      return rowsWhere(count, rowTest(query, moment, now));
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

function rowsWhere(count: number, test: RowTest): Bitmap {
  const set = emptyBitmap(count);
  for (let row = 0; row < count; row += 1) if (test(row)) addBit(set, row);
  return set;
}

/** How many sets of rows that have a value are remembered for a moment. */
const MOST_REMEMBERED = 16;
const remembered = new WeakMap<Moment, Map<number, Bitmap>>();

function rowsWithValue(term: Field, moment: Moment): Bitmap {
  const id = askedValue(term, moment);
  if (id === -1) return emptyBitmap(moment.rows.count);
  const sets = remembered.get(moment) ?? new Map<number, Bitmap>();
  remembered.set(moment, sets);
  const set = sets.get(id) ?? scan(moment.rows, id);
  sets.delete(id);
  sets.set(id, set);
  if (sets.size > MOST_REMEMBERED) sets.delete(sets.keys().next().value as number);
  return set;
}

/** One look at all values of all rows. */
function scan(rows: Rows, id: number): Bitmap {
  const { starts, ids } = rows;
  const set = emptyBitmap(rows.count);
  const end = idCount(rows);
  let row = 0;
  for (let at = 0; at < end; at += 1) {
    if (ids[at] !== id) continue;
    while ((starts[row + 1] as number) <= at) row += 1;
    addBit(set, row);
  }
  return set;
}
