import { encodeUtf8 } from '../bytes/utf8.ts';

/** No term is longer; of a longer word this many bytes count, or fewer so as not to cut a letter. */
export const LONGEST_TERM = 120;

/** FNV-1a (Fowler, Noll, Vo), 32 bits: `hash = (hash ^ byte) * HASH_PRIME`, beginning with `HASH_START`. */
export const HASH_START = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

/** Numbers in a slot of the hash table. */
const SLOT = 4;

/**
 * Gives every term a small number, its id, from 1 on. A term is written at the end of the pool before it is looked up;
 * when it is known already, the place is simply used again. No string is made for a word.
 */
export class TermTable {
  /** The bytes of all terms, one after the other; at `end` there is room for `LONGEST_TERM` more. */
  pool: Uint8Array;
  /** Where the next term is to be written. */
  end = 0;
  /** The number of terms; also the highest id. */
  size = 0;
  #starts = new Uint32Array(256);
  /** An open hash table of four numbers a slot: id (0: free), hash, and where the term lies in the pool. */
  #slots: Int32Array = new Int32Array(512 * SLOT);

  constructor(capacity = 4096) {
    this.pool = new Uint8Array(capacity + LONGEST_TERM);
  }

  /** The id of the term written from `end` up to `termEnd`, whose hash is `hash`. */
  add(termEnd: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const start = this.end;
    let slot = Math.imul(hash ^ (hash >>> 15), SLOT) & mask;
    for (let id = slots[slot] as number; id !== 0; id = slots[slot] as number) {
      if (
        slots[slot + 1] === hash &&
        slots[slot + 3] === termEnd - start &&
        this.#isTerm(slots[slot + 2] as number, termEnd)
      ) {
        return id;
      }
      slot = (slot + SLOT) & mask;
    }
    this.size += 1;
    slots[slot] = this.size;
    slots[slot + 1] = hash;
    slots[slot + 2] = start;
    slots[slot + 3] = termEnd - start;
    this.#keep(termEnd);
    return this.size;
  }

  /** The id of `text`, a folded word or gram. */
  addText(text: string): number {
    const bytes = termOf(text);
    this.pool.set(bytes, this.end);
    let hash = HASH_START;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_PRIME);
    return this.add(this.end + bytes.length, hash);
  }

  /** The bytes of a term, as a view that holds until the next `add`. */
  bytesOf(id: number): Uint8Array {
    return this.pool.subarray(this.#starts[id], this.#starts[id + 1]);
  }

  /** All ids in the order of their terms' bytes. */
  sortedIds(): Uint32Array {
    const { pool } = this;
    const starts = this.#starts;
    const compare = (one: number, other: number) => {
      let at = starts[one] as number;
      let beside = starts[other] as number;
      const end = starts[one + 1] as number;
      const besideEnd = starts[other + 1] as number;
      while (at < end && beside < besideEnd) {
        const difference = (pool[at++] as number) - (pool[beside++] as number);
        if (difference !== 0) return difference;
      }
      return end - at - (besideEnd - beside);
    };
    return Uint32Array.from({ length: this.size }, (_, index) => index + 1).sort(compare);
  }

  #isTerm(start: number, termEnd: number): boolean {
    const { pool } = this;
    for (let at = this.end, beside = start; at < termEnd; at += 1, beside += 1) {
      if (pool[at] !== pool[beside]) return false;
    }
    return true;
  }

  #keep(termEnd: number): void {
    if (this.size + 1 >= this.#starts.length) {
      this.#starts = copyInto(this.#starts, new Uint32Array(this.#starts.length * 2));
    }
    this.#starts[this.size + 1] = termEnd;
    this.end = termEnd;
    if (this.end + LONGEST_TERM > this.pool.length)
      this.pool = copyInto(this.pool, new Uint8Array(this.pool.length * 2));
    if (this.size * 2 * SLOT > this.#slots.length) this.#rehash();
  }

  #rehash(): void {
    const former = this.#slots;
    const slots = new Int32Array(former.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < former.length; at += SLOT) {
      if (former[at] === 0) continue;
      const hash = former[at + 1] as number;
      let slot = Math.imul(hash ^ (hash >>> 15), SLOT) & mask;
      while (slots[slot] !== 0) slot = (slot + SLOT) & mask;
      slots.set(former.subarray(at, at + SLOT), slot);
    }
    this.#slots = slots;
  }
}

/** The bytes that stand for a folded word or gram in the index. */
export function termOf(text: string): Uint8Array {
  const bytes = encodeUtf8(text);
  let end = Math.min(bytes.length, LONGEST_TERM);
  while (end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

function copyInto<Column extends Uint32Array | Uint8Array>(former: Column, larger: Column): Column {
  larger.set(former);
  return larger;
}
