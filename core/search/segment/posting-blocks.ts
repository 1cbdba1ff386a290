import { ByteReader, codeAt, codeLength } from '../bytes/byte-reader.ts';
import { ONE_BYTE } from '../bytes/byte-writer.ts';
import { BLOCK, formBits } from './encode-postings.ts';

/** Where a term's list lies (see `encode-postings.ts` for what it holds). */
export interface ListPlace {
  /** The number of articles. */
  readonly documents: number;
  /** In the stream `postings`. */
  readonly start: number;
  readonly end: number;
  /** In the stream `positions`. */
  readonly positionStart: number;
  readonly positionEnd: number;
}

/** A run of up to `BLOCK` articles of a list, not yet decoded. */
export interface PostingBlock {
  /** Where its postings begin, in the bytes of the list. */
  at: number;
  readonly length: number;
  /** As `formBits` says for its list. */
  readonly bits: number;
  /** The last article of the block before, or -1. */
  readonly before: number;
  /** Its last article; of an only block the segment's last, for what it is worth. */
  readonly last: number;
  /** Its share of the list's positions. */
  readonly positionStart: number;
  readonly positionEnd: number;
}

/** The blocks of the list whose bytes begin at `from` in `bytes`; `size` is the segment's number of documents. */
export function blocksOf(bytes: Uint8Array, from: number, place: ListPlace, size: number): readonly PostingBlock[] {
  const { documents } = place;
  const bits = formBits(documents, size);
  if (documents <= BLOCK) {
    const positionEnd = place.positionEnd - place.positionStart;
    return [{ at: from, length: documents, bits, before: -1, last: size - 1, positionStart: 0, positionEnd }];
  }
  const reader = new ByteReader(bytes, from);
  const blocks: PostingBlock[] = [];
  let at = 0;
  let before = -1;
  let positionStart = 0;
  for (let left = documents; left > 0; left -= BLOCK) {
    const last = before + reader.code() + 1;
    const length = reader.code();
    const positionEnd = positionStart + reader.code();
    blocks.push({ at, length: Math.min(left, BLOCK), bits, before, last, positionStart, positionEnd });
    at += length;
    before = last;
    positionStart = positionEnd;
  }
  for (const block of blocks) block.at += reader.at; // The postings begin where the table ends.
  return blocks;
}

/** Decoded articles of a block; the arrays have room for `BLOCK`. */
export class BlockContent {
  readonly docs: Uint32Array = new Uint32Array(BLOCK);
  readonly counts: Uint32Array = new Uint32Array(BLOCK);
  /** Counts with the extra weight of upper tiers. */
  readonly weights: Uint32Array = new Uint32Array(BLOCK);
}

/** Decodes `block` of the list in `bytes`. */
export function decodeBlock(bytes: Uint8Array, block: PostingBlock, content: BlockContent): void {
  const { docs, counts, weights } = content;
  const { bits } = block;
  const highest = (1 << bits) - 1;
  let at = block.at;
  let doc = block.before;
  for (let index = 0; index < block.length; index += 1) {
    let code = bytes[at] as number;
    if (code < ONE_BYTE) {
      at += 1;
    } else {
      const length = codeLength(code);
      code = codeAt(bytes, at);
      at += length;
    }
    doc += (code >>> bits) + 1;
    docs[index] = doc;
    const form = code & highest;
    if (form < highest) {
      counts[index] = form + 1;
      weights[index] = form + 1;
      continue;
    }
    const counted = codeAt(bytes, at);
    at += codeLength(bytes[at] as number);
    const count = (counted >>> 1) + 1;
    counts[index] = count;
    weights[index] = count;
    if ((counted & 1) === 0) continue;
    weights[index] = count + codeAt(bytes, at) + 1;
    at += codeLength(bytes[at] as number);
  }
}

/** The first byte after `count` codes that begin at `from`. */
export function skipCodes(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1) at += codeLength(bytes[at] as number);
  return at;
}
