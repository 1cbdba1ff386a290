import { type Bitmap, bitsOf, hasBit, intersection, lastBits } from '../bytes/bitmap.ts';
import { PAGE } from '../segment/document-pages.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { termScore } from './bm25.ts';
import type { Match, ScoredText } from './match-segment.ts';
import type { TextNode } from './plan.ts';
import { TopHits } from './top-hits.ts';

/** What was found: the article's key, and its score, 0 when nothing in the query ranks or newest first was asked for. */
export interface Hit {
  readonly key: number;
  readonly score: number;
}

/** What the scores of one search have in common. */
export interface Scoring {
  /** The words and phrases that count, in the order of the query, with their inverse document frequency. */
  readonly idfs: ReadonlyMap<TextNode, number>;
  readonly penaltyPerWord: number;
}

/** The last `limit` documents of the match, highest key first. */
export async function newestHits({ found }: Match, segment: SegmentReader, limit: number): Promise<readonly Hit[]> {
  const docs = lastBits(found, limit);
  await segment.loadPages([...new Set(docs.map((doc) => Math.floor(doc / PAGE)))]);
  return docs.map((doc) => ({ key: segment.columns.keys[doc] as number, score: 0 }));
}

/** The `limit` best documents of the match. */
export async function bestHits(
  { found, scored }: Match,
  segment: SegmentReader,
  scoring: Scoring,
  limit: number,
): Promise<readonly Hit[]> {
  await segment.loadDocuments(found);
  const docs = bitsOf(found);
  const top = new TopHits(limit);
  const [only] = scored;
  if (only !== undefined && scored.length === 1 && isInAll(only, found, docs.length)) {
    offerOne(only, found, segment, scoring, top);
  } else {
    offerSums(docs, scored, segment, scoring, top);
  }
  return top.best().map(({ doc, score }) => ({ key: segment.columns.keys[doc] as number, score }));
}

/** Whether each of the `count` documents found has the text, and it counts there. */
function isInAll({ hits, scope }: ScoredText, found: Bitmap, count: number): boolean {
  // Without a part beside it, what has the text is found.
  if (scope === null && hits.length === count) return true;
  const counted = scope === null || scope === found ? found : intersection(scope, found);
  let having = 0;
  for (let at = 0; at < hits.length; at += 1) if (hasBit(counted, hits.docs[at] as number)) having += 1;
  return having === count;
}

/** One text in every document found: most are passed over for their low weight alone. */
function offerOne(
  { text, hits }: ScoredText,
  found: Bitmap,
  segment: SegmentReader,
  scoring: Scoring,
  top: TopHits,
): void {
  const { lengths } = segment.columns;
  const { penaltyPerWord } = scoring;
  const idf = scoring.idfs.get(text) ?? 0;
  let { threshold } = top;
  let tooLow = 0;
  for (let at = 0; at < hits.length; at += 1) {
    const weight = hits.weights[at] as number;
    if (weight <= tooLow) continue;
    if (termScore(idf, weight, 0) < threshold) {
      tooLow = weight;
      continue;
    }
    const doc = hits.docs[at] as number;
    if (!hasBit(found, doc)) continue;
    const score = termScore(idf, weight, (lengths[doc] as number) * penaltyPerWord);
    if (score < threshold) continue;
    top.offer(doc, score);
    threshold = top.threshold;
  }
}

function offerSums(
  docs: Uint32Array,
  scored: readonly ScoredText[],
  segment: SegmentReader,
  scoring: Scoring,
  top: TopHits,
): void {
  const { lengths } = segment.columns;
  const { idfs, penaltyPerWord } = scoring;
  const scores = segment.scores();
  const touched: Uint32Array[] = [];
  // In the order of the query, so that a sum does not depend on which part was looked up first.
  for (const [text, idf] of idfs) {
    const part = scored.find((candidate) => candidate.text === text);
    if (part === undefined) continue;
    const { hits, scope } = part;
    for (let at = 0; at < hits.length; at += 1) {
      const doc = hits.docs[at] as number;
      if (scope !== null && !hasBit(scope, doc)) continue;
      const penalty = (lengths[doc] as number) * penaltyPerWord;
      scores[doc] = (scores[doc] as number) + termScore(idf, hits.weights[at] as number, penalty);
    }
    touched.push(hits.docs.subarray(0, hits.length));
  }
  let { threshold } = top;
  for (const doc of docs) {
    const score = scores[doc] as number;
    if (score < threshold) continue;
    top.offer(doc, score);
    threshold = top.threshold;
  }
  for (const list of touched) for (const doc of list) scores[doc] = 0;
}
