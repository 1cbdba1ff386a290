import { addBit, type Bitmap, emptyBitmap } from '../search/bytes/bitmap.ts';
import type { Ids } from './columns.ts';
import { idCount, type Rows } from './rows.ts';

/** How many sets are remembered: the next letter that is typed asks for the same values again. */
const MOST_REMEMBERED = 16;

/** For so few articles, the engine's own search from one place of a value to the next is faster than a loop over all. */
const FEW = 2_000;

/** Which rows have a value: found by one look at all values of all rows, and remembered for the values last asked for. */
export class ValueRows {
  readonly #rows: Rows;
  readonly #counts: Uint32Array;
  readonly #sets = new Map<number, Bitmap>();

  /** `counts`: how many articles have each value, by id. */
  constructor(rows: Rows, counts: Uint32Array) {
    this.#rows = rows;
    this.#counts = counts;
  }

  /** The rows with the value `id`, none when it is no value's. Not to be changed. */
  of(id: number): Bitmap {
    const set = this.#sets.get(id) ?? this.#find(id);
    this.#sets.delete(id);
    this.#sets.set(id, set);
    if (this.#sets.size > MOST_REMEMBERED) this.#sets.delete(this.#sets.keys().next().value as number);
    return set;
  }

  #find(id: number): Bitmap {
    const { starts, count } = this.#rows;
    const set = emptyBitmap(count);
    const articles = this.#counts[id] ?? 0;
    if (articles === 0) return set;
    // The column may have room for more.
    const ids = this.#rows.ids.subarray(0, idCount(this.#rows));
    const next = articles <= FEW ? (from: number) => ids.indexOf(id, from) : (from: number) => nextPlace(ids, id, from);
    let row = 0;
    for (let at = next(0); at !== -1; at = next(at + 1)) {
      while ((starts[row + 1] as number) <= at) row += 1;
      addBit(set, row);
    }
    return set;
  }
}

function nextPlace(ids: Ids, id: number, from: number): number {
  for (let at = from; at < ids.length; at += 1) if (ids[at] === id) return at;
  return -1;
}
