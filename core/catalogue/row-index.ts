import { addBit, type Bitmap, emptyBitmap, fullBitmap, hasBit } from '../search/bytes/bitmap.ts';
import { grown, type Orders } from './columns.ts';
import type { Rows } from './rows.ts';

/**
 * Which row each article has. Most rows ascend by `order`, as articles are saved, and are found by bisection; a row
 * that came out of order (its article changed or was restored) is remembered by itself.
 */
export class RowIndex {
  /** Rows below it ascend by `order`. */
  #ascending: number;
  readonly #late = new Map<number, number>();
  #live: Bitmap;
  #size: number;
  #lastFound = 0;

  /** The index of rows that all ascend and are all in use. */
  constructor(rows: Rows) {
    this.#ascending = rows.count;
    this.#size = rows.count;
    this.#live = fullBitmap(rows.count);
  }

  /** The number of articles. */
  get size(): number {
    return this.#size;
  }

  /** How many rows are out of order. */
  get late(): number {
    return this.#late.size;
  }

  /** The rows in use, as they are now. */
  live(count: number): Bitmap {
    const live = emptyBitmap(count);
    live.set(this.#live.subarray(0, live.length));
    return live;
  }

  /** The row of the article `order`, -1 when there is none. */
  rowOf(order: number, { orders }: Rows): number {
    const late = this.#late.size === 0 ? undefined : this.#late.get(order);
    if (late !== undefined) return late;
    const low = this.#ascendingRow(order, orders);
    return low < this.#ascending && orders[low] === order && hasBit(this.#live, low) ? low : -1;
  }

  /**
   * The first ascending row whose order is not below `order`. Questions mostly come in ascending order too, so the
   * search begins where the last one ended, and goes on from there in steps that double.
   */
  #ascendingRow(order: number, orders: Orders): number {
    const from = this.#lastFound < this.#ascending && (orders[this.#lastFound] as number) < order ? this.#lastFound : 0;
    let low = from;
    let high = from === 0 ? this.#ascending : from + 1;
    for (let step = 1; high < this.#ascending && (orders[high] as number) < order; step *= 2) {
      low = high;
      high = Math.min(this.#ascending, high + step);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((orders[middle] as number) < order) low = middle + 1;
      else high = middle;
    }
    this.#lastFound = low;
    return low;
  }

  /** Takes in the last of `rows`, whose article has no row in use. */
  add({ count, orders }: Rows): void {
    const row = count - 1;
    const order = orders[row] as number;
    const ascends = this.#ascending === row && (row === 0 || (orders[row - 1] as number) < order);
    if (ascends) this.#ascending = count;
    else this.#late.set(order, row);
    this.#live = grown(this.#live, (count + 31) >>> 5);
    addBit(this.#live, row);
    this.#size += 1;
  }

  /** Forgets a row in use. */
  remove(row: number, order: number): void {
    this.#late.delete(order);
    const word = row >>> 5;
    this.#live[word] = (this.#live[word] as number) & ~(1 << (row & 31));
    this.#size -= 1;
  }
}
