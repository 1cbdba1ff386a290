/** The kinds of the mix, with how many of each it has: 200 in all. */
export const MIX = {
  'common word': 30,
  'rare word': 30,
  'two words': 40,
  'three words': 30,
  prefix: 20,
  'word and prefix': 20,
  phrase: 10,
  'word and topic': 10,
  'word, topic and entity': 10,
} as const;

/** Beside the mix: what is measured apart. */
export type QueryKind = keyof typeof MIX | 'short prefix';

/** A query that every engine can be asked: words in lower-case ASCII that must all occur. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly words: readonly string[];
  /** `prefix`: the last word is the beginning of one; `phrase`: the words stand side by side. */
  readonly reading: 'words' | 'prefix' | 'phrase';
  readonly topic: string | null;
  readonly entity: string | null;
}

/** The queries of a run. */
export interface QuerySet {
  readonly mix: readonly BenchQuery[];
  readonly shortPrefixes: readonly BenchQuery[];
  readonly phrases: readonly BenchQuery[];
}

/** Whether its ranking can be compared with BM25 elsewhere: whole words only. */
export function isWordQuery({ reading }: BenchQuery): boolean {
  return reading === 'words';
}
