/**
 * Counting words. Scripts that part words with spaces are counted by a pattern; the segmenter, which is a hundred times
 * slower, is asked only for runs of scripts that do not.
 */

/** A web address is one thing to skip, not ten words. */
const ADDRESS_OR_WORD =
  /https?:\/\/[^\s<>()]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,_-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Words a minute of silent reading of non-fiction, from M. Brysbaert, "How many words do we read per minute?", Journal
 * of Memory and Language 109 (2019).
 */
const WORDS_PER_MINUTE = 238;

/** The number of words in a text; `language` (BCP 47) helps with scripts that do not part words. Addresses do not count. */
export function countWords(text: string, language: string | null): number {
  let count = 0;
  let segmenter: Intl.Segmenter | undefined;
  for (const [word] of text.matchAll(ADDRESS_OR_WORD)) {
    if (/^https?:\/\//.test(word)) continue;
    if (!SPACELESS.test(word)) count += 1;
    else {
      segmenter ??= new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
      for (const { isWordLike } of segmenter.segment(word)) if (isWordLike) count += 1;
    }
  }
  return count;
}

/** Whole minutes to read so many words, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
