/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, eq. 3.15). A word in an
 * upper tier counts as several. Both this and the floor under the inverse document frequency are as in SQLite FTS5's
 * `bm25()`, so that the two rank alike.
 */
const K1 = 1.2;
const B = 0.75;

/** What a word in more than half of all articles is still worth, so that its frequency decides where nothing else does. */
const LEAST_IDF = 1e-6;

/** What is counted over the whole index, deleted documents included until a merge drops them. */
export interface Totals {
  readonly documents: number;
  /** Words of all documents. */
  readonly words: number;
}

/** ln((N − n + ½) / (n + ½)), n being the documents that have the term, but never below `LEAST_IDF`. */
export function inverseDocumentFrequency(documents: number, totals: Totals): number {
  const having = Math.min(documents, totals.documents);
  return Math.max(LEAST_IDF, Math.log((totals.documents - having + 0.5) / (having + 0.5)));
}

/** What each word of a document's length takes from the worth of the words that were asked for: k₁ · b / average length. */
export function penaltyPerWord({ documents, words }: Totals): number {
  return (K1 * B) / Math.max(1, words / Math.max(1, documents));
}

/** What a term adds to the score of a document in which it has `weight`; `penalty` is its words times `penaltyPerWord`. */
export function termScore(idf: number, weight: number, penalty: number): number {
  return (idf * (K1 + 1) * weight) / (weight + K1 * (1 - B) + penalty);
}
