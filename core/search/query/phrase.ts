import { addBit, type Bitmap, emptyBitmap, hasAnyBit, hasBit, isEmpty } from '../bytes/bitmap.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import {
  BlockContent,
  blocksOf,
  decodeBlock,
  type ListPlace,
  type PostingBlock,
  skipCodes,
} from '../segment/postings-code.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { Hits } from './hits.ts';

/** A unit of a phrase in one segment: the lists of its terms and their bytes, and how many places it stands behind the first. */
export interface PhraseUnit {
  readonly lists: readonly { readonly place: ListPlace; readonly bytes: Uint8Array }[];
  readonly offset: number;
}

/** Places where a phrase may begin: for each document of `docs` its part of `starts`, ascending. */
interface Starts {
  readonly docs: number[];
  readonly ends: number[];
  readonly starts: number[];
}

const content = new BlockContent();

/**
 * The documents of `candidates` in which the units stand side by side, weighted by how often. Positions are read for
 * the unit with the fewest first and only for blocks with candidates; each unit leaves fewer of them to the next.
 */
export async function readPhrase(
  segment: SegmentReader,
  units: readonly PhraseUnit[],
  candidates: Bitmap,
): Promise<Hits> {
  const [first, ...others] = [...units].sort((one, other) => costOf(one) - costOf(other));
  if (first === undefined) return new Hits(0);
  let { found, starts } = await readStarts(segment, first, candidates);
  for (const unit of others) {
    if (starts.docs.length === 0) break;
    ({ found, starts } = await keepStarts(segment, unit, found, starts));
  }
  return countStarts(starts);
}

/** Lists of several terms come last: they can check places, but not offer them in order. */
function costOf({ lists }: PhraseUnit): number {
  const bytes = lists.reduce((sum, { place }) => sum + place.positionEnd - place.positionStart, 0);
  return lists.length === 1 ? bytes : bytes + 4_294_967_296;
}

interface Narrowed {
  readonly found: Bitmap;
  readonly starts: Starts;
}

async function readStarts(segment: SegmentReader, unit: PhraseUnit, candidates: Bitmap): Promise<Narrowed> {
  const found = emptyBitmap(segment.header.documents);
  const starts: Starts = { docs: [], ends: [], starts: [] };
  await walkPositions(segment, unit, candidates, (doc, positions, at, count) => {
    const reader = new ByteReader(positions, at);
    const before = starts.starts.length;
    let position = -1;
    for (let left = count; left > 0; left -= 1) {
      position += reader.code() + 1;
      if (position >= unit.offset) starts.starts.push(position - unit.offset);
    }
    if (starts.starts.length === before) return;
    addBit(found, doc);
    starts.docs.push(doc);
    starts.ends.push(starts.starts.length);
  });
  return { found, starts };
}

async function keepStarts(
  segment: SegmentReader,
  unit: PhraseUnit,
  candidates: Bitmap,
  given: Starts,
): Promise<Narrowed> {
  const isKept = new Uint8Array(given.starts.length);
  let index = 0;
  let previous = -1;
  await walkPositions(segment, unit, candidates, (doc, positions, at, count) => {
    if (doc < previous) index = 0; // The next list begins.
    previous = doc;
    while ((given.docs[index] as number) < doc) index += 1;
    let start = index === 0 ? 0 : (given.ends[index - 1] as number);
    const end = given.ends[index] as number;
    const reader = new ByteReader(positions, at);
    let position = -1 - unit.offset;
    for (let left = count; left > 0 && start < end; left -= 1) {
      position += reader.code() + 1;
      while (start < end && (given.starts[start] as number) < position) start += 1;
      if (start < end && given.starts[start] === position) isKept[start] = 1;
    }
  });
  return filterStarts(given, isKept, emptyBitmap(segment.header.documents));
}

function filterStarts(given: Starts, isKept: Uint8Array, found: Bitmap): Narrowed {
  const starts: Starts = { docs: [], ends: [], starts: [] };
  let at = 0;
  given.docs.forEach((doc, index) => {
    const before = starts.starts.length;
    for (const end = given.ends[index] as number; at < end; at += 1) {
      if (isKept[at] === 1) starts.starts.push(given.starts[at] as number);
    }
    if (starts.starts.length === before) return;
    addBit(found, doc);
    starts.docs.push(doc);
    starts.ends.push(starts.starts.length);
  });
  return { found, starts };
}

function countStarts({ docs, ends }: Starts): Hits {
  const hits = new Hits(docs.length);
  hits.docs.set(docs);
  ends.forEach((end, index) => {
    hits.weights[index] = end - (ends[index - 1] ?? 0);
  });
  hits.length = docs.length;
  return hits;
}

type Visit = (doc: number, positions: Uint8Array, at: number, count: number) => void;

/** Calls `visit` with the positions of each document of `candidates`, list after list. */
async function walkPositions(
  segment: SegmentReader,
  unit: PhraseUnit,
  candidates: Bitmap,
  visit: Visit,
): Promise<void> {
  if (isEmpty(candidates)) return;
  const size = segment.header.documents;
  const wanted = unit.lists.map(({ place, bytes }) => ({
    place,
    bytes,
    blocks: blocksOf(bytes, 0, place, size).filter(({ before, last }) => hasAnyBit(candidates, before + 1, last)),
  }));
  const read = await Promise.all(
    wanted.flatMap(({ place, blocks }) =>
      rangesOf(blocks).map(({ start, end }) =>
        segment.readStream('positions', place.positionStart + start, place.positionStart + end),
      ),
    ),
  );
  let next = 0;
  for (const { bytes, blocks } of wanted) {
    for (const { start, blocks: together } of rangesOf(blocks)) {
      const positions = read[next++] as Uint8Array;
      for (const block of together) walkBlock(bytes, block, positions, block.positionStart - start, candidates, visit);
    }
  }
}

function walkBlock(
  bytes: Uint8Array,
  block: PostingBlock,
  positions: Uint8Array,
  from: number,
  candidates: Bitmap,
  visit: Visit,
): void {
  decodeBlock(bytes, block, content);
  let at = from;
  for (let index = 0; index < block.length; index += 1) {
    const doc = content.docs[index] as number;
    const count = content.counts[index] as number;
    if (hasBit(candidates, doc)) visit(doc, positions, at, count);
    at = skipCodes(positions, at, count);
  }
}

/** Blocks whose positions lie end to end, read as one. */
function rangesOf(blocks: readonly PostingBlock[]): readonly { start: number; end: number; blocks: PostingBlock[] }[] {
  const ranges: { start: number; end: number; blocks: PostingBlock[] }[] = [];
  for (const block of blocks) {
    const last = ranges.at(-1);
    if (last?.end === block.positionStart) {
      last.blocks.push(block);
      last.end = block.positionEnd;
    } else {
      ranges.push({ start: block.positionStart, end: block.positionEnd, blocks: [block] });
    }
  }
  return ranges;
}
