import { grown } from './columns.ts';

/**
 * One list of ids per row, all in one pool. A list that fits where the row's former list lay is written over it; a
 * longer one goes to the end. What is left behind is not reclaimed: lists are short and change rarely.
 */
export class IdLists {
  #pool: Uint32Array = new Uint32Array(0);
  #used = 0;
  #starts: Uint32Array = new Uint32Array(0);
  #lengths: Uint32Array = new Uint32Array(0);
  #capacities: Uint32Array = new Uint32Array(0);

  /** Gives `row` the list `ids` instead of what it had. */
  set(row: number, ids: readonly number[]): void {
    this.#starts = grown(this.#starts, row + 1);
    this.#lengths = grown(this.#lengths, row + 1);
    this.#capacities = grown(this.#capacities, row + 1);
    if (ids.length > (this.#capacities[row] ?? 0)) this.#moveToEnd(row, ids.length);
    this.#pool.set(ids, this.#starts[row]);
    this.#lengths[row] = ids.length;
  }

  /** Whether the list of `row` holds `id`. */
  has(row: number, id: number): boolean {
    const pool = this.#pool;
    const start = this.#starts[row] ?? 0;
    const end = start + (this.#lengths[row] ?? 0);
    for (let at = start; at < end; at += 1) if (pool[at] === id) return true;
    return false;
  }

  /** Whether ids stand side by side in the list of `row` of which the first is in `sets[0]`, the next in `sets[1]` … */
  hasRun(row: number, sets: readonly IdSet[]): boolean {
    const pool = this.#pool;
    const first = sets[0];
    if (first === undefined) return true;
    const start = this.#starts[row] ?? 0;
    const end = start + (this.#lengths[row] ?? 0) - sets.length;
    for (let at = start; at <= end; at += 1) {
      if (first[pool[at] ?? 0] === 1 && (sets.length === 1 || this.#goesOn(at, sets))) return true;
    }
    return false;
  }

  /** Adds 1 to `counts[id]` for every id of `row`. */
  count(row: number, counts: Uint32Array): void {
    const pool = this.#pool;
    const start = this.#starts[row] ?? 0;
    const end = start + (this.#lengths[row] ?? 0);
    for (let at = start; at < end; at += 1) {
      const id = pool[at] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }

  #goesOn(at: number, sets: readonly IdSet[]): boolean {
    return sets.every((set, offset) => set[this.#pool[at + offset] ?? 0] === 1);
  }

  #moveToEnd(row: number, length: number): void {
    this.#pool = grown(this.#pool, this.#used + length);
    this.#starts[row] = this.#used;
    this.#capacities[row] = length;
    this.#used += length;
  }
}

/** A set of ids: 1 at the ids that are in it. */
export type IdSet = Uint8Array;
