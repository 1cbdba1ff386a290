import { WORDS_OF_LENGTH } from '../segment/document-pages.ts';

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, eq. 3.15) with the
 * never negative inverse document frequency that Lucene uses. A word in an upper tier counts as several (BM25F with one
 * length for all fields, as SQLite FTS5's `bm25()` weighs columns).
 */
const K1 = 1.2;
const B = 0.75;

/** What is counted over the whole index, deleted documents included until a merge drops them. */
export interface Totals {
  readonly documents: number;
  /** Words of all documents. */
  readonly words: number;
}

/** ln(1 + (N − n + ½) / (n + ½)), n being the documents that have the term. */
export function inverseDocumentFrequency(documents: number, totals: Totals): number {
  const having = Math.min(documents, totals.documents);
  return Math.log(1 + (totals.documents - having + 0.5) / (having + 0.5));
}

/** For each length byte what a term's weight w is divided by, less w: k₁ · (1 − b + b · length / average length). */
export function lengthPenalties(totals: Totals): Float64Array {
  const average = totals.documents === 0 ? 1 : Math.max(1, totals.words / totals.documents);
  return WORDS_OF_LENGTH.map((words) => K1 * (1 - B + (B * words) / average));
}

/** What a term adds to the score of a document in which it has `weight`. */
export function termScore(idf: number, weight: number, penalty: number): number {
  return (idf * (K1 + 1) * weight) / (weight + penalty);
}
