import { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { ONE_BYTE, TWO_BYTES } from '../bytes/byte-writer.ts';
import type { TermPostings } from './term-postings.ts';

/**
 * A term's list in the stream `postings`. Each article is a code of (gap to the article before − 1) · 2, plus 1 unless
 * the term stands in it once, in the body; then follows a code of (count − 1) · 2, plus 1 when extra weight follows,
 * itself a code of (extra − 1). Gap and flag in one number is how Lucene wrote postings before version 4.
 *
 * A list of more than `BLOCK` articles is cut into blocks of that many and begins with a skip table, one entry a block:
 * the last article (gap to the former block's, minus 1), its bytes in `postings` and its bytes in `positions`.
 */
export const BLOCK = 128;

/** Appends the list of a term to `writer`. */
export function encodePostings(postings: TermPostings, writer: ByteWriter, scratch: ByteWriter): void {
  scratch.length = 0;
  let previous = -1;
  let positionStart = 0;
  for (let from = 0; from < postings.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, postings.length);
    const start = scratch.length;
    encodeBlock(postings, from, to, previous, scratch);
    const last = postings.docs[to - 1] as number;
    const positionEnd = postings.positionEnds[to - 1] as number;
    if (postings.length > BLOCK) {
      writer.code(last - previous - 1);
      writer.code(scratch.length - start);
      writer.code(positionEnd - positionStart);
    }
    previous = last;
    positionStart = positionEnd;
  }
  writer.append(scratch.bytes, 0, scratch.length);
}

function encodeBlock(postings: TermPostings, from: number, to: number, before: number, writer: ByteWriter): void {
  const { docs, counts, extras } = postings;
  let previous = before;
  for (let at = from; at < to; at += 1) {
    const doc = docs[at] as number;
    const count = counts[at] as number;
    const extra = extras[at] as number;
    const isPlain = count === 1 && extra === 0;
    writer.code((doc - previous - 1) * 2 + (isPlain ? 0 : 1));
    if (!isPlain) writer.code((count - 1) * 2 + (extra > 0 ? 1 : 0));
    if (extra > 0) writer.code(extra - 1);
    previous = doc;
  }
}

/** A run of up to `BLOCK` articles of a list, not yet decoded. */
export interface PostingBlock {
  /** Where its postings begin, in the bytes of the list. */
  readonly at: number;
  readonly length: number;
  /** The last article of the block before, or -1. */
  readonly before: number;
  /** Its last article; of an only block the segment's last, for what it is worth. */
  readonly last: number;
  /** Its share of the list's positions. */
  readonly positionStart: number;
  readonly positionEnd: number;
}

/** Where a term's list lies. */
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

/** The blocks of the list whose bytes begin at `from` in `bytes`; `size` is the segment's number of documents. */
export function blocksOf(bytes: Uint8Array, from: number, place: ListPlace, size: number): readonly PostingBlock[] {
  const positionBytes = place.positionEnd - place.positionStart;
  const { documents } = place;
  if (documents <= BLOCK) {
    return [{ at: from, length: documents, before: -1, last: size - 1, positionStart: 0, positionEnd: positionBytes }];
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
    blocks.push({ at, length: Math.min(left, BLOCK), before, last, positionStart, positionEnd });
    at += length;
    before = last;
    positionStart = positionEnd;
  }
  const tableEnd = reader.at;
  return blocks.map((block) => ({ ...block, at: tableEnd + block.at }));
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
  let at = block.at;
  let doc = block.before;
  for (let index = 0; index < block.length; index += 1) {
    let code = bytes[at++] as number;
    if (code >= ONE_BYTE) {
      if (code < TWO_BYTES) code = ONE_BYTE + ((code - ONE_BYTE) << 8) + (bytes[at++] as number);
      else {
        const rest = new ByteReader(bytes, at - 1);
        code = rest.code();
        at = rest.at;
      }
    }
    doc += (code >>> 1) + 1;
    docs[index] = doc;
    if ((code & 1) === 0) {
      counts[index] = 1;
      weights[index] = 1;
      continue;
    }
    let count = bytes[at++] as number;
    if (count >= ONE_BYTE) {
      const rest = new ByteReader(bytes, at - 1);
      count = rest.code();
      at = rest.at;
    }
    counts[index] = (count >>> 1) + 1;
    weights[index] = (count >>> 1) + 1;
    if ((count & 1) === 0) continue;
    let extra = bytes[at++] as number;
    if (extra >= ONE_BYTE) {
      const rest = new ByteReader(bytes, at - 1);
      extra = rest.code();
      at = rest.at;
    }
    weights[index] = (count >>> 1) + 2 + extra;
  }
}

/** The first byte after `count` codes that begin at `from`. */
export function skipCodes(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    const first = bytes[at] as number;
    at += first < ONE_BYTE ? 1 : first < TWO_BYTES ? 2 : first < 255 ? 3 : 5;
  }
  return at;
}
