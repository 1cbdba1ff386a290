import { type Bitmap, bitsOf } from '../search/bytes/bitmap.ts';
import { FLAG_SETS } from './flags.ts';
import type { Rows } from './rows.ts';

/** How many articles have each value and each set of flags. */
export interface Counts {
  /** By id. */
  readonly values: Uint32Array;
  /** By set of flags. */
  readonly flags: Uint32Array;
}

export const NO_COUNTS: Counts = { values: new Uint32Array(0), flags: new Uint32Array(FLAG_SETS) };

/** Over the rows in `chosen`, all facets in one pass; ids are below `size`. */
export function countSet({ starts, ids, flags }: Rows, chosen: Bitmap, size: number): Counts {
  const counts = { values: new Uint32Array(size), flags: new Uint32Array(FLAG_SETS) };
  const rows = bitsOf(chosen);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] as number;
    const set = flags[row] as number;
    counts.flags[set] = (counts.flags[set] as number) + 1;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) {
      const id = ids[at] as number;
      counts.values[id] = (counts.values[id] as number) + 1;
    }
  }
  return counts;
}
