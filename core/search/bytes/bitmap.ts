/** A set of documents of one segment: bit `doc & 31` of word `doc >> 5`. Bits past the last document are never set. */
export type Bitmap = Uint32Array<ArrayBuffer>;

/** The empty set for `size` documents. */
export function emptyBitmap(size: number): Bitmap {
  return new Uint32Array((size + 31) >>> 5);
}

/** All of `size` documents. */
export function fullBitmap(size: number): Bitmap {
  const all = emptyBitmap(size).fill(0xffffffff);
  if ((size & 31) !== 0) all[all.length - 1] = 0xffffffff >>> (32 - (size & 31));
  return all;
}

export function addBit(set: Bitmap, doc: number): void {
  const word = doc >>> 5;
  set[word] = (set[word] as number) | (1 << (doc & 31));
}

export function hasBit(set: Bitmap, doc: number): boolean {
  return (((set[doc >>> 5] as number) >>> (doc & 31)) & 1) === 1;
}

/** What is in both, as a new set. */
export function intersection(one: Bitmap, other: Bitmap): Bitmap {
  const both = new Uint32Array(one.length);
  for (let word = 0; word < both.length; word += 1) both[word] = (one[word] as number) & (other[word] as number);
  return both;
}

/** What is in `one` and not in `other`, as a new set. */
export function difference(one: Bitmap, other: Bitmap): Bitmap {
  const rest = new Uint32Array(one.length);
  for (let word = 0; word < rest.length; word += 1) rest[word] = (one[word] as number) & ~(other[word] as number);
  return rest;
}

/** Adds all of `other` to `set`. */
export function addAll(set: Bitmap, other: Bitmap): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] as number) | (other[word] as number);
}

/** How many documents are in the set. */
export function countBits(set: Bitmap): number {
  let count = 0;
  for (let word = 0; word < set.length; word += 1) count += onesOf(set[word] as number);
  return count;
}

/** The number of ones of a 32-bit word (Hacker's Delight, 2nd edition, figure 5-2). */
function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function isEmpty(set: Bitmap): boolean {
  for (let word = 0; word < set.length; word += 1) if (set[word] !== 0) return false;
  return true;
}

/** Whether a document from `first` to `last`, both counted, is in the set. */
export function hasAnyBit(set: Bitmap, first: number, last: number): boolean {
  const from = first >>> 5;
  const to = last >>> 5;
  const firstMask = 0xffffffff << (first & 31);
  const lastMask = 0xffffffff >>> (31 - (last & 31));
  if (from === to) return ((set[from] as number) & firstMask & lastMask) !== 0;
  if (((set[from] as number) & firstMask) !== 0) return true;
  for (let word = from + 1; word < to; word += 1) if (set[word] !== 0) return true;
  return ((set[to] as number) & lastMask) !== 0;
}

/** The documents of the set in ascending order. */
export function bitsOf(set: Bitmap): Uint32Array<ArrayBuffer> {
  const docs = new Uint32Array(countBits(set));
  let length = 0;
  for (let word = 0; word < set.length; word += 1) {
    for (let rest = set[word] as number; rest !== 0; rest &= rest - 1) {
      docs[length++] = (word << 5) + 31 - Math.clz32(rest & -rest);
    }
  }
  return docs;
}

/** The last `limit` documents of the set, highest first. */
export function lastBits(set: Bitmap, limit: number): number[] {
  const docs: number[] = [];
  for (let word = set.length - 1; word >= 0 && docs.length < limit; word -= 1) {
    for (let rest = set[word] as number; rest !== 0 && docs.length < limit; ) {
      const bit = 31 - Math.clz32(rest);
      docs.push((word << 5) + bit);
      rest &= ~(1 << bit);
    }
  }
  return docs;
}
