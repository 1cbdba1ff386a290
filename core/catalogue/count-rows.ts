import type { Bitmap } from '../search/bytes/bitmap.ts';
import { FLAG_SETS } from './flags.ts';
import { idCount, type Rows } from './rows.ts';

/** How many rows have each value and each set of flags: all facets in one pass. */

/** By id, over all rows; ids are below `size`. */
export function countAllValues(rows: Rows, size: number): Uint32Array {
  const { ids } = rows;
  const counts = new Uint32Array(size);
  const end = idCount(rows);
  for (let at = 0; at < end; at += 1) {
    const id = ids[at] as number;
    counts[id] = (counts[id] as number) + 1;
  }
  return counts;
}

/** By flags, over all rows. */
export function countAllFlags({ count, flags }: Rows): Uint32Array {
  const counts = new Uint32Array(FLAG_SETS);
  for (let row = 0; row < count; row += 1) {
    const set = flags[row] as number;
    counts[set] = (counts[set] as number) + 1;
  }
  return counts;
}

/** By id, over the rows in `set`. */
export function countValues({ starts, ids }: Rows, set: Bitmap, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  forEachRow(set, (row) => {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) {
      const id = ids[at] as number;
      counts[id] = (counts[id] as number) + 1;
    }
  });
  return counts;
}

/** By flags, over the rows in `set`. */
export function countFlags({ flags }: Rows, set: Bitmap): Uint32Array {
  const counts = new Uint32Array(FLAG_SETS);
  forEachRow(set, (row) => {
    const bits = flags[row] as number;
    counts[bits] = (counts[bits] as number) + 1;
  });
  return counts;
}

function forEachRow(set: Bitmap, visit: (row: number) => void): void {
  for (let word = 0; word < set.length; word += 1) {
    for (let rest = set[word] as number; rest !== 0; rest &= rest - 1) {
      visit((word << 5) + 31 - Math.clz32(rest & -rest));
    }
  }
}
