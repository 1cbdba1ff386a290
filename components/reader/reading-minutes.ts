/** Words a minute that a grown person reads silently in English prose (Brysbaert 2019: 238). */
const WORDS_A_MINUTE = 238;

/** Whole minutes to read `words` words, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
