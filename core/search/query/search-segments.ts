import type { Query } from '../../query/query.ts';
import { type Bitmap, bitsOf, countBits } from '../bytes/bitmap.ts';
import { DamagedRecord } from '../segment/record.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { inverseDocumentFrequency, penaltyPerWord, type Totals } from './bm25.ts';
import { type FieldTests, matchSegment } from './match-segment.ts';
import { type PlanNode, planQuery, positiveTexts, type TextNode } from './plan.ts';
import { bestHits, type Hit, newestHits, type Scoring } from './rank-segment.ts';
import { documentsIn, mostMatches, type PlacesOf, resolveTexts } from './resolve-texts.ts';

export interface SearchRequest {
  readonly query: Query;
  /** How many hits to return; the total counts them all. */
  readonly limit: number;
  /** `relevance`: best score first, then highest key; `newest`: highest key first. */
  readonly sort: 'relevance' | 'newest';
  readonly fieldTests: FieldTests;
  /** Asked between steps: when it says so, the search ends as `cancelled`. */
  readonly isCancelled: () => boolean;
}

export interface Found {
  readonly kind: 'found';
  readonly total: number;
  readonly hits: readonly Hit[];
  /** The keys of everything found, ascending within each segment; rejects as reading does. */
  keys(): Promise<Float64Array>;
}

/** `damaged`: a record of that segment is missing or not what was written; the other segments are still good. */
export type SearchOutcome =
  | Found
  | { readonly kind: 'damaged'; readonly segment: number }
  | { readonly kind: 'cancelled' };

class Cancelled extends Error {}

/** A segment with the documents in it that may be found. */
export interface SegmentView {
  readonly segment: SegmentReader;
  readonly live: Bitmap;
}

/** Searches the segments of `views` as one index. Rejects only with what the record source threw. */
export async function searchSegments(views: readonly SegmentView[], request: SearchRequest): Promise<SearchOutcome> {
  try {
    return await search(views, request);
  } catch (thrown) {
    if (thrown instanceof Cancelled) return { kind: 'cancelled' };
    if (thrown instanceof DamagedRecord) return { kind: 'damaged', segment: thrown.key.segment };
    throw thrown;
  }
}

async function search(views: readonly SegmentView[], request: SearchRequest): Promise<Found> {
  const segments = views.map(({ segment }) => segment);
  const { query, limit, sort, fieldTests, isCancelled } = request;
  const pause = () => {
    if (isCancelled()) throw new Cancelled();
  };
  pause();
  const root = planQuery(query);
  const places = await Promise.all(segments.map((segment) => resolveTexts(root, segment)));
  pause();
  const scoring = scoringOf(root, segments, places);
  const answers = await Promise.all(
    views.map(async ({ segment, live }, index) => {
      const own = places[index] as PlacesOf;
      const [match] = await Promise.all([
        matchSegment(root, segment, live, own, fieldTests, pause),
        sort === 'relevance' && readsMostPages(root, segment, own) ? segment.loadPages() : null,
      ]);
      pause();
      const isRanked = sort === 'relevance' && match.scored.length > 0;
      const hits = isRanked ? bestHits(match, segment, scoring, limit) : newestHits(match, segment, limit);
      return { match, hits: await hits };
    }),
  );
  const found = answers.map(({ match }) => match.found);
  return {
    kind: 'found',
    total: found.reduce((sum, set) => sum + countBits(set), 0),
    hits: answers
      .flatMap(({ hits }) => hits)
      .sort((one, other) => other.score - one.score || other.key - one.key)
      .slice(0, limit),
    keys: () => keysOf(segments, found),
  };
}

/** Whether ranking will need nearly all document pages, so that they are best read along with the lists. */
function readsMostPages(root: PlanNode | null, { header }: SegmentReader, places: PlacesOf): boolean {
  if (positiveTexts(root).every(({ onlySelects }) => onlySelects) || root === null) return false;
  return mostMatches(root, places, header.documents) > 4 * header.firstKeys.length;
}

/** What is counted over all segments: it makes scores of different segments comparable. */
function scoringOf(root: PlanNode | null, segments: readonly SegmentReader[], places: readonly PlacesOf[]): Scoring {
  const totals: Totals = {
    documents: segments.reduce((sum, { header }) => sum + header.documents, 0),
    words: segments.reduce((sum, { header }) => sum + header.words, 0),
  };
  const ranking = positiveTexts(root).filter(({ onlySelects }) => !onlySelects);
  const idfs = new Map(ranking.map((text) => [text, idfOf(text, places, totals)]));
  return { idfs, penaltyPerWord: penaltyPerWord(totals) };
}

/** Of a phrase the sum over its units; the documents of a prefix are counted once for each word it stands for. */
function idfOf(text: TextNode, places: readonly PlacesOf[], totals: Totals): number {
  return text.units.reduce((sum, _, unit) => {
    const documents = places.reduce((all, placesOf) => all + documentsIn(placesOf.get(text)?.lists[unit] ?? []), 0);
    return sum + inverseDocumentFrequency(documents, totals);
  }, 0);
}

async function keysOf(segments: readonly SegmentReader[], found: readonly Bitmap[]): Promise<Float64Array> {
  const docs = found.map(bitsOf);
  await Promise.all(segments.map((segment, index) => segment.loadDocuments(found[index] as Bitmap)));
  const keys = new Float64Array(docs.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  segments.forEach(({ columns }, index) => {
    for (const doc of docs[index] ?? []) keys[length++] = columns.keys[doc] as number;
  });
  return keys;
}
