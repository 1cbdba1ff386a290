import { analyseArticle, type TierEnds } from '../analysis/analyse-article.ts';
import { type ArticleFields, TIER_WEIGHTS } from '../analysis/article-fields.ts';
import { type PackedDocument, unpackDocument } from '../analysis/packed-document.ts';
import { TermTable } from '../analysis/term-table.ts';
import { GAP, TokenList } from '../analysis/token-list.ts';
import { MOST_WORDS } from './document-pages.ts';
import type { IndexRecord } from './record.ts';
import { SegmentWriter } from './segment-writer.ts';
import { TermPostings } from './term-postings.ts';

const FIRST_EXTRA = TIER_WEIGHTS[0] - TIER_WEIGHTS[2];
const SECOND_EXTRA = TIER_WEIGHTS[1] - TIER_WEIGHTS[2];

const STRIDE_BITS = 6;

/**
 * Makes a segment of articles, a few thousand at a time. Adding an article only appends the ids of its words to one
 * long list; at the end a counting sort brings the places of each term together, in order, with no list per term.
 */
export class SegmentBuilder {
  readonly #table = new TermTable(65_536);
  readonly #tokens = new TokenList(65_536);
  readonly #keys: number[] = [];
  /** For each document where its tokens begin, and where its tiers end. */
  readonly #starts: number[] = [];
  readonly #firstEnds: number[] = [];
  readonly #secondEnds: number[] = [];

  /** The number of articles added. */
  get documents(): number {
    return this.#keys.length;
  }

  /** The number of words added: a measure of the memory in use, about 12 bytes each. */
  get words(): number {
    return this.#tokens.length;
  }

  /** Adds an article; keys must ascend. */
  addArticle(key: number, fields: ArticleFields): void {
    this.#expectAscending(key);
    const start = this.#tokens.length;
    this.#addDocument(key, start, analyseArticle(fields, this.#table, this.#tokens));
  }

  /** Adds an article as `packArticle` made it; false when its bytes are damaged, and nothing is added. Keys must ascend. */
  addPacked(key: number, packed: PackedDocument): boolean {
    this.#expectAscending(key);
    const start = this.#tokens.length;
    const ends = unpackDocument(packed, this.#table, this.#tokens);
    if (ends !== null) this.#addDocument(key, start, ends);
    return ends !== null;
  }

  /** The records of the segment. The builder is of no use afterwards. */
  *finish(segment: number): Generator<IndexRecord, void, undefined> {
    const places = sortByTerm(this.#tokens, this.#table.size);
    const lengths = Uint16Array.from(this.#starts, (_, doc) => Math.min(MOST_WORDS, this.#wordsOf(doc)));
    const writer = new SegmentWriter(segment, { keys: Float64Array.from(this.#keys), lengths });
    this.#starts.push(this.#tokens.length); // So that the last document has an end as well.
    const docOfStride = this.#docOfStride();
    const postings = new TermPostings();
    for (const id of this.#table.sortedIds()) {
      postings.clear();
      this.#collect(places.tokens, places.ends[id - 1] as number, places.ends[id] as number, docOfStride, postings);
      writer.add(this.#table.bytesOf(id), postings);
      if (writer.pendingBytes > 0) yield* writer.drain();
    }
    writer.finish();
    yield* writer.drain();
  }

  #expectAscending(key: number): void {
    const last = this.#keys.at(-1) ?? -1;
    if (!(key > last)) throw new RangeError(`document ${key} after ${last}`);
  }

  #addDocument(key: number, start: number, { first, second }: TierEnds): void {
    this.#keys.push(key);
    this.#starts.push(start);
    this.#firstEnds.push(start + first);
    this.#secondEnds.push(start + second);
  }

  #wordsOf(doc: number): number {
    const { ids } = this.#tokens;
    const end = this.#starts[doc + 1] ?? this.#tokens.length;
    let words = 0;
    for (let at = this.#starts[doc] as number; at < end; at += 1) if (ids[at] !== GAP) words += 1;
    return words;
  }

  /** For every 64th token its document: small enough to stay in the processor's cache, and never far off. */
  #docOfStride(): Uint32Array {
    const docs = new Uint32Array((this.#tokens.length >>> STRIDE_BITS) + 1);
    let doc = 0;
    for (let stride = 0; stride < docs.length; stride += 1) {
      while ((this.#starts[doc + 1] ?? Number.POSITIVE_INFINITY) <= stride << STRIDE_BITS) doc += 1;
      docs[stride] = doc;
    }
    return docs;
  }

  /** Turns the tokens of one term into its postings. */
  #collect(tokens: Uint32Array, from: number, to: number, docOfStride: Uint32Array, postings: TermPostings): void {
    const { positions } = postings;
    const starts = this.#starts;
    for (let at = from; at < to; ) {
      const first = tokens[at] as number;
      let doc = docOfStride[first >>> STRIDE_BITS] as number;
      while ((starts[doc + 1] as number) <= first) doc += 1;
      const end = starts[doc + 1] as number;
      const firstEnd = this.#firstEnds[doc] as number;
      const secondEnd = this.#secondEnds[doc] as number;
      const start = at;
      let extra = 0;
      let next = starts[doc] as number;
      for (; at < to; at += 1) {
        const token = tokens[at] as number;
        if (token >= end) break;
        positions.code(token - next);
        next = token + 1;
        if (token < secondEnd) extra += token < firstEnd ? FIRST_EXTRA : SECOND_EXTRA;
      }
      postings.push(doc, at - start, extra);
    }
  }
}

/** The indexes of all tokens, those of term 1 first, each term's ascending; `ends[id]` is where the term's end. */
function sortByTerm({ ids, length }: TokenList, terms: number): { tokens: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(terms + 1);
  for (let at = 0; at < length; at += 1) {
    const id = ids[at] as number;
    ends[id] = (ends[id] as number) + 1;
  }
  ends[GAP] = 0;
  for (let id = 1; id <= terms; id += 1) ends[id] = (ends[id] as number) + (ends[id - 1] as number);
  const next = ends.slice();
  const tokens = new Uint32Array(ends[terms] as number);
  for (let at = length - 1; at >= 0; at -= 1) {
    const id = ids[at] as number;
    if (id === GAP) continue;
    const place = (next[id] as number) - 1;
    next[id] = place;
    tokens[place] = at;
  }
  return { tokens, ends };
}
