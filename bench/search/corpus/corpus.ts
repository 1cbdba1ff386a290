/** An article as every engine gets it: one line of a JSON Lines corpus. */
export interface CorpusArticle {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body_md: string;
  readonly topics: readonly string[];
  /** Names. */
  readonly entities: readonly string[];
  /** ISO 8601. */
  readonly published_at: string;
  readonly lang: string;
  readonly canonical_source: string;
}

/** The articles of a run, in the order they are saved: the n-th has ordinal n, counted from 0. */
export interface Corpus {
  /** Says where the articles come from, for the report. */
  readonly name: string;
  readonly size: number;
  /** The articles with ordinals `from` up to but without `to`. */
  slice(from: number, to: number): readonly CorpusArticle[];
}

/** `count` ordinals spread evenly over a corpus of `size`, ascending; all of them when there are fewer. */
export function spreadOrdinals(size: number, count: number): readonly number[] {
  const taken = Math.min(size, count);
  return Array.from({ length: taken }, (_, index) => Math.floor((index * size) / taken));
}
