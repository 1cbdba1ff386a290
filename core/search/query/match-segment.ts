import {
  addAll,
  addBit,
  type Bitmap,
  bitsOf,
  difference,
  emptyBitmap,
  intersection,
  isEmpty,
} from '../bytes/bitmap.ts';
import type { ListPlace } from '../segment/posting-blocks.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { Hits, readList, readUnion } from './hits.ts';
import { readPhrase } from './phrase.ts';
import type { FieldTerm, PlanNode, TextNode } from './plan.ts';
import { isImpossible, mostMatches, type PlacesOf } from './resolve-texts.ts';

/** Whether the article with this key meets a condition that is no text. */
export type KeyTest = (key: number) => boolean;

/** Answers with a test for a condition of the query; called once for each condition and segment. */
export type FieldTests = (term: FieldTerm) => KeyTest;

/** A word or phrase that adds to scores: in these documents, where they are in `scope` (null: everywhere). */
export interface ScoredText {
  readonly text: TextNode;
  readonly hits: Hits;
  scope: Bitmap | null;
}

export interface Match {
  readonly found: Bitmap;
  readonly scored: readonly ScoredText[];
}

/** Which of the `live` documents of a segment a plan matches. `pause` is called between steps and may throw to stop. */
export async function matchSegment(
  root: PlanNode | null,
  segment: SegmentReader,
  live: Bitmap,
  places: PlacesOf,
  fieldTests: FieldTests,
  pause: () => void,
): Promise<Match> {
  if (root === null) return { found: live, scored: [] };
  if (isImpossible(root, places)) return { found: emptyBitmap(segment.header.documents), scored: [] };
  const bytes = await readTexts(places, segment);
  pause();
  const matcher = new Matcher(segment, places, bytes, fieldTests, pause);
  const found = await matcher.match(root, live);
  return { found, scored: matcher.scored };
}

/** For each text the bytes of its units' lists. */
type BytesOf = ReadonlyMap<TextNode, readonly Uint8Array[]>;

/** The lists of all texts, read side by side. */
async function readTexts(places: PlacesOf, segment: SegmentReader): Promise<BytesOf> {
  const read = [...places].map(async ([text, { lists }]) => {
    const bytes = await Promise.all(lists.map((unit) => readLists(unit, segment)));
    return [text, bytes] as const;
  });
  return new Map(await Promise.all(read));
}

/** The bytes of lists that lie end to end. */
function readLists(places: readonly ListPlace[], segment: SegmentReader): Promise<Uint8Array> {
  return segment.readStream('postings', places[0]?.start ?? 0, places.at(-1)?.end ?? 0);
}

class Matcher {
  readonly #segment: SegmentReader;
  readonly #places: PlacesOf;
  readonly #bytes: BytesOf;
  readonly #fieldTests: FieldTests;
  readonly #pause: () => void;
  scored: ScoredText[] = [];

  constructor(segment: SegmentReader, places: PlacesOf, bytes: BytesOf, fieldTests: FieldTests, pause: () => void) {
    this.#segment = segment;
    this.#places = places;
    this.#bytes = bytes;
    this.#fieldTests = fieldTests;
    this.#pause = pause;
  }

  /** The documents of `mask` that match. */
  async match(node: PlanNode, mask: Bitmap): Promise<Bitmap> {
    if (isEmpty(mask) || isImpossible(node, this.#places)) return this.#none();
    this.#pause();
    switch (node.kind) {
      case 'text':
        return this.#matchText(node, mask);
      case 'field':
        return this.#matchField(node.term, mask);
      case 'not':
        return this.#matchNot(node.of, mask);
      case 'or':
        return this.#matchAny(node.of, mask);
      case 'and':
        return this.#matchAll(node.of, mask);
    }
  }

  #none(): Bitmap {
    return emptyBitmap(this.#segment.header.documents);
  }

  async #matchNot(node: PlanNode, mask: Bitmap): Promise<Bitmap> {
    const { scored } = this;
    this.scored = [];
    const excluded = await this.match(node, mask);
    this.scored = scored;
    return difference(mask, excluded);
  }

  async #matchAny(parts: readonly PlanNode[], mask: Bitmap): Promise<Bitmap> {
    const found = this.#none();
    for (const part of parts) addAll(found, await this.match(part, mask));
    return found;
  }

  /** The part that can match least goes first; each later one looks only at what is left. */
  async #matchAll(parts: readonly PlanNode[], mask: Bitmap): Promise<Bitmap> {
    const size = this.#segment.header.documents;
    const ordered = parts
      .map((part) => ({ part, most: mostMatches(part, this.#places, size) }))
      .sort((one, other) => one.most - other.most);
    const before = this.scored.length;
    let found = mask;
    for (const { part } of ordered) found = await this.match(part, found);
    // A text counts only where all the parts beside it match too.
    for (const scored of this.scored.slice(before)) {
      scored.scope = scored.scope === null ? found : intersection(scored.scope, found);
    }
    return found;
  }

  async #matchField(term: FieldTerm, mask: Bitmap): Promise<Bitmap> {
    const docs = bitsOf(mask);
    await this.#segment.loadDocuments(mask);
    const { keys } = this.#segment.columns;
    const matches = this.#fieldTests(term);
    const found = this.#none();
    for (const doc of docs) if (matches(keys[doc] as number)) addBit(found, doc);
    return found;
  }

  async #matchText(text: TextNode, mask: Bitmap): Promise<Bitmap> {
    const { stored, lists } = this.#places.get(text) ?? { stored: null, lists: [] };
    if (stored !== null) return intersection(await this.#segment.readStoredPrefix(stored), mask);
    const found = this.#none();
    const hits = await this.#readHits(text, lists, mask, found);
    if (!text.onlySelects) this.scored.push({ text, hits, scope: null });
    return found;
  }

  async #readHits(
    text: TextNode,
    lists: readonly (readonly ListPlace[])[],
    mask: Bitmap,
    found: Bitmap,
  ): Promise<Hits> {
    const bytes = this.#bytes.get(text) ?? [];
    if (text.units.length > 1) return this.#readPhrase(lists, bytes, mask, found);
    const [places = []] = lists;
    const [first = new Uint8Array(0)] = bytes;
    return this.#readUnit(places, first, mask, found, !text.onlySelects);
  }

  #readUnit(places: readonly ListPlace[], bytes: Uint8Array, mask: Bitmap, found: Bitmap, isScored: boolean): Hits {
    const size = this.#segment.header.documents;
    const [only] = places;
    if (only !== undefined && places.length === 1) return readList(bytes, 0, only, mask, size, found);
    const sums = isScored ? this.#segment.sums() : null;
    readUnion(bytes, places, mask, size, found, sums);
    return sums === null ? new Hits(0) : collectSums(found, sums);
  }

  async #readPhrase(
    lists: readonly (readonly ListPlace[])[],
    bytes: readonly Uint8Array[],
    mask: Bitmap,
    found: Bitmap,
  ): Promise<Hits> {
    const units = lists.map((places, offset) => ({
      offset,
      lists: places.map((place) => {
        const start = place.start - (places[0] as ListPlace).start;
        return { place, bytes: (bytes[offset] as Uint8Array).subarray(start, start + place.end - place.start) };
      }),
    }));
    const order = lists.map((_, index) => index).sort((one, other) => sizeOf(lists[one]) - sizeOf(lists[other]));
    let candidates = mask;
    for (const index of order) {
      const having = this.#none();
      this.#readUnit(lists[index] as readonly ListPlace[], bytes[index] as Uint8Array, candidates, having, false);
      candidates = having;
    }
    this.#pause();
    const hits = await readPhrase(this.#segment, units, candidates);
    for (let at = 0; at < hits.length; at += 1) addBit(found, hits.docs[at] as number);
    return hits;
  }
}

function sizeOf(places: readonly ListPlace[] | undefined): number {
  return (places ?? []).reduce((sum, { documents }) => sum + documents, 0);
}

/** The documents of `found` with their sums, which are set back to 0. */
function collectSums(found: Bitmap, sums: Uint32Array): Hits {
  const docs = bitsOf(found);
  const hits = new Hits(0);
  hits.docs = docs;
  hits.weights = new Uint32Array(docs.length);
  hits.length = docs.length;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] as number;
    hits.weights[at] = sums[doc] as number;
    sums[doc] = 0;
  }
  return hits;
}
