import type { ByteWriter } from '../bytes/byte-writer.ts';
import type { TermPostings } from './term-postings.ts';

/**
 * A term's list in the stream `postings`. Each article is one code of (gap to the article before − 1) · 2ᵇ + form. A
 * form below 2ᵇ − 1 says that the term stands form + 1 times in the article, all of them in the body; the highest form
 * says that a code of (count − 1) · 2 follows, plus 1 when extra weight follows, itself a code of (extra − 1). Count and
 * gap in one number is how Lucene wrote postings before version 4; b is 3, 2 or 1 as the list is dense, so that the
 * room a small gap leaves in its byte is used (`formBits`).
 *
 * A list of more than `BLOCK` articles is cut into blocks of that many and begins with a skip table, one entry a block:
 * the last article (gap to the former block's, minus 1), its bytes in `postings` and its bytes in `positions`.
 */
export const BLOCK = 128;

/** b for a list of `documents` articles out of `size`: measured on news, within 1 % of the best b for each list. */
export function formBits(documents: number, size: number): number {
  return documents * 8 > size ? 3 : documents * 32 > size ? 2 : 1;
}

/** Appends the list of a term to `writer`; `size` is the segment's number of documents. */
export function encodePostings(postings: TermPostings, size: number, writer: ByteWriter, scratch: ByteWriter): void {
  const bits = formBits(postings.length, size);
  scratch.length = 0;
  let previous = -1;
  let positionStart = 0;
  for (let from = 0; from < postings.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, postings.length);
    const start = scratch.length;
    encodeBlock(postings, from, to, previous, bits, scratch);
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

function encodeBlock(
  postings: TermPostings,
  from: number,
  to: number,
  before: number,
  bits: number,
  writer: ByteWriter,
): void {
  const { docs, counts, extras } = postings;
  const highest = (1 << bits) - 1;
  const step = 1 << bits;
  let previous = before;
  for (let at = from; at < to; at += 1) {
    const doc = docs[at] as number;
    const count = counts[at] as number;
    const extra = extras[at] as number;
    const gap = (doc - previous - 1) * step;
    previous = doc;
    if (extra === 0 && count <= highest) {
      writer.code(gap + count - 1);
      continue;
    }
    writer.code(gap + highest);
    writer.code((count - 1) * 2 + (extra > 0 ? 1 : 0));
    if (extra > 0) writer.code(extra - 1);
  }
}
