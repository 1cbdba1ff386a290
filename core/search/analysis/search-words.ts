import { isUnspaced, words } from '../../query/fold.ts';

/**
 * The words that are indexed and looked for. They are those of `core/query/fold.ts`, except that a run of Hangul is
 * told from the digits and Latin letters beside it and treated as a script without spaces: Korean joins particles to
 * its nouns, and a reader who looks for 정책 wants 정책을 too.
 */

const HAS_HANGUL = /\p{Script=Hangul}/u;
const HANGUL_OR_NOT = /\p{Script=Hangul}+|\P{Script=Hangul}+/gu;

/** The folded words of `text`, in order. */
export function searchWords(text: string): readonly string[] {
  return words(text).flatMap((word) => (HAS_HANGUL.test(word) ? (word.match(HANGUL_OR_NOT) ?? []) : word));
}

/** Whether what is looked for in `word`, one of `searchWords`, is found anywhere inside it. */
export function isRun(word: string): boolean {
  return isUnspaced(word) || HAS_HANGUL.test(word);
}

/**
 * The grams of a run, one for each of its letters: the letter with the one after it; the last stands alone. So any two
 * letters are a term, longer pieces are phrases of such terms, and where a run ends can be told.
 */
export function gramsOf(run: string): readonly string[] {
  const letters = [...run];
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}
