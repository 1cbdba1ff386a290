import type { FieldTerm } from '../../query/query.ts';
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
import type { SegmentReader } from '../segment/segment-reader.ts';
import type { Hits } from './hits.ts';
import { type BytesOf, matchText, readTexts } from './match-text.ts';
import type { PlanNode, TextNode } from './plan.ts';
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
    const places = this.#places.get(text);
    const bytes = this.#bytes.get(text);
    if (places === undefined || bytes === undefined) return this.#none();
    const { found, hits } = await matchText(text, places, bytes, this.#segment, mask);
    if (hits !== null) this.scored.push({ text, hits, scope: null });
    return found;
  }
}
