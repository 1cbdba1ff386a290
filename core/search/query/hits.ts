import { addBit, type Bitmap, hasAnyBit, hasBit } from '../bytes/bitmap.ts';
import { BlockContent, blocksOf, decodeBlock, type ListPlace } from '../segment/posting-blocks.ts';

/** Documents that have a word or phrase, with its weight in each; ascending, only the first `length` count. */
export class Hits {
  docs: Uint32Array;
  weights: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.docs = new Uint32Array(capacity);
    this.weights = new Uint32Array(capacity);
  }
}

const content = new BlockContent();

/** The documents of `mask` in the list of `bytes`, added to `found`; blocks without any are not decoded. */
export function readList(bytes: Uint8Array, place: ListPlace, mask: Bitmap, size: number, found: Bitmap): Hits {
  const hits = new Hits(place.documents);
  const { docs, weights } = hits;
  let length = 0;
  for (const block of blocksOf(bytes, 0, place, size)) {
    if (!hasAnyBit(mask, block.before + 1, block.last)) continue;
    decodeBlock(bytes, block, content);
    for (let index = 0; index < block.length; index += 1) {
      const doc = content.docs[index] as number;
      if (!hasBit(mask, doc)) continue;
      docs[length] = doc;
      weights[length] = content.weights[index] as number;
      length += 1;
      addBit(found, doc);
    }
  }
  hits.length = length;
  return hits;
}

/** Adds the documents of `mask` in several lists to `found`, and their weights, where wanted, to `sums` by document. */
export function readUnion(
  bytes: Uint8Array,
  places: readonly ListPlace[],
  mask: Bitmap,
  size: number,
  found: Bitmap,
  sums: Uint32Array | null,
): void {
  const start = places[0]?.start ?? 0;
  for (const place of places) {
    for (const block of blocksOf(bytes, place.start - start, place, size)) {
      if (!hasAnyBit(mask, block.before + 1, block.last)) continue;
      decodeBlock(bytes, block, content);
      for (let index = 0; index < block.length; index += 1) {
        const doc = content.docs[index] as number;
        if (!hasBit(mask, doc)) continue;
        addBit(found, doc);
        if (sums !== null) sums[doc] = (sums[doc] as number) + (content.weights[index] as number);
      }
    }
  }
}
