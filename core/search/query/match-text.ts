import { addBit, type Bitmap, bitsOf, emptyBitmap, intersection } from '../bytes/bitmap.ts';
import type { ListPlace } from '../segment/posting-blocks.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { Hits, readList, readUnion } from './hits.ts';
import { readPhrase } from './phrase.ts';
import type { TextNode } from './plan.ts';
import { documentsIn, type PlacesOf, type TextPlaces } from './resolve-texts.ts';

/** For each text the bytes of its units' lists. */
export type BytesOf = ReadonlyMap<TextNode, readonly Uint8Array[]>;

type Lists = readonly ListPlace[];

/** The lists of all texts, read side by side. */
export async function readTexts(places: PlacesOf, segment: SegmentReader): Promise<BytesOf> {
  const read = [...places].map(async ([text, { lists }]) => {
    const bytes = await Promise.all(lists.map((unit) => readLists(unit, segment)));
    return [text, bytes] as const;
  });
  return new Map(await Promise.all(read));
}

/** The bytes of lists that lie end to end. */
function readLists(lists: Lists, segment: SegmentReader): Promise<Uint8Array> {
  return segment.readStream('postings', lists[0]?.start ?? 0, lists.at(-1)?.end ?? 0);
}

export interface TextMatch {
  readonly found: Bitmap;
  /** The same documents with their weights; null when the text only selects. */
  readonly hits: Hits | null;
}

/** The documents of `mask` that have a word or phrase. */
export async function matchText(
  text: TextNode,
  { stored, lists }: TextPlaces,
  bytes: readonly Uint8Array[],
  segment: SegmentReader,
  mask: Bitmap,
): Promise<TextMatch> {
  if (stored !== null) return { found: intersection(await segment.readStoredPrefix(stored), mask), hits: null };
  const [first = []] = lists;
  const [firstBytes = new Uint8Array(0)] = bytes;
  if (lists.length > 1) return matchPhrase(lists, bytes, segment, mask);
  return matchUnit(first, firstBytes, segment, mask, !text.onlySelects);
}

function matchUnit(
  lists: Lists,
  bytes: Uint8Array,
  segment: SegmentReader,
  mask: Bitmap,
  isScored: boolean,
): TextMatch {
  const size = segment.header.documents;
  const found = emptyBitmap(size);
  const [only] = lists;
  if (only !== undefined && lists.length === 1 && isScored) {
    return { found, hits: readList(bytes, only, mask, size, found) };
  }
  const sums = isScored ? segment.sums() : null;
  readUnion(bytes, lists, mask, size, found, sums);
  return { found, hits: sums === null ? null : collectSums(found, sums) };
}

async function matchPhrase(
  lists: readonly Lists[],
  bytes: readonly Uint8Array[],
  segment: SegmentReader,
  mask: Bitmap,
): Promise<TextMatch> {
  const units = lists.map((own, offset) => ({ lists: own, bytes: bytes[offset] ?? new Uint8Array(0), offset }));
  const rarestFirst = [...units].sort((one, other) => documentsIn(one.lists) - documentsIn(other.lists));
  const candidates = rarestFirst.reduce(
    (left, unit) => matchUnit(unit.lists, unit.bytes, segment, left, false).found,
    mask,
  );
  const hits = await readPhrase(segment, units, candidates);
  const found = emptyBitmap(segment.header.documents);
  for (let at = 0; at < hits.length; at += 1) addBit(found, hits.docs[at] as number);
  return { found, hits };
}

/** The documents of `found` with their sums, which are set back to 0. */
function collectSums(found: Bitmap, sums: Uint32Array): Hits {
  const docs = bitsOf(found);
  const hits = new Hits(docs.length);
  hits.length = docs.length;
  hits.docs.set(docs);
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] as number;
    hits.weights[at] = sums[doc] as number;
    sums[doc] = 0;
  }
  return hits;
}
