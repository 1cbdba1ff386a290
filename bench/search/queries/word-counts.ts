import type { CorpusArticle } from '../corpus/corpus.ts';

/** How common words are, judged by a sample of the articles. */
export interface WordCounts {
  /** In 5 to 60 % of the articles. */
  isCommon(this: void, word: string): boolean;
  /** In 0.5 to 10 %. */
  isMiddling(this: void, word: string): boolean;
  /** In at most 0.2 %. */
  isRare(this: void, word: string): boolean;
}

/** The words of a text that all engines cut alike: three or more ASCII letters between spaces or punctuation. */
export function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{M}\p{N}_'’/.-])[a-z]{3,}(?![\p{L}\p{M}\p{N}_'’/-])/gu) ?? [];
}

export function countWords(sample: readonly CorpusArticle[]): WordCounts {
  const counts = new Map<string, number>();
  for (const { body_md } of sample) {
    for (const word of new Set(plainWords(body_md))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const share = (word: string) => (counts.get(word) ?? 0) / sample.length;
  return {
    isCommon: (word) => share(word) >= 0.05 && share(word) <= 0.6,
    isMiddling: (word) => share(word) >= 0.005 && share(word) <= 0.1,
    isRare: (word) => share(word) > 0 && share(word) <= Math.max(0.002, 1 / sample.length),
  };
}
