import type { Expression, Query } from '../query/query.ts';
import {
  addAll,
  addBit,
  type Bitmap,
  difference,
  emptyBitmap,
  fullBitmap,
  intersection,
} from '../search/bytes/bitmap.ts';
import { FLAG_SETS } from './flags.ts';
import type { Moment } from './moment.ts';
import { askedInstants, askedValue, type FlagTerm, flagTest } from './row-test.ts';
import type { Rows } from './rows.ts';

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
      return moment.valueRows.of(askedValue(query, moment));
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
