/**
 * One folding for everything that is compared by eye: what a reader types finds what the site spelt otherwise.
 * `Beyoncé` finds `beyonce`, `STRASSE` finds `Straße`, full-width letters find plain ones.
 */

const ASCII = /^[\0-\x7f]*$/;

/**
 * Marks that only decorate a letter: those that Unicode gives no script of their own (accents, Arabic vowel signs,
 * joiners, variation selectors), the Hebrew points, and the soft hyphen. Marks that spell (Indic and Thai vowels, and
 * the Japanese voicing marks) stay.
 */
const DECORATION = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u00ad]|(?![\u3099\u309a])\p{Script=Inherited}/gu;

/** `ς` is `σ` at the end of a word: as a letter to find, they are one. */
const FINAL_SIGMA = /ς/g;

function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const folded = text.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase().normalize('NFKD');
  return folded.replace(DECORATION, '').replace(FINAL_SIGMA, 'σ').normalize('NFC');
}

/** `text` without what does not tell words apart: case, accents, compatibility forms, runs and ends of white space. */
export function fold(text: string): string {
  return foldLetters(text).replace(/\s+/g, ' ').trim();
}

/** Scripts that put no spaces between words, with the marks that continue a run of them. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3099\\u309a\\u30fc]';
const WORD = new RegExp(`${UNSPACED}+|[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]+`, 'gv');
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'v');

/** ASCII and the dashes, quotes and dots of printed English: most texts, and their words need no folding but the case. */
const PLAIN = /^[\0-\x7f\u2010-\u2026]*$/;
const PLAIN_WORD = /[a-z0-9]+/g;

/**
 * The words of `text`, folded, in order. A run of a script without spaces (Han, kana, Thai …) is one word: what is
 * looked for in such a run is found anywhere inside it.
 */
export function words(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(PLAIN_WORD) ?? [];
  return fold(text).match(WORD) ?? [];
}

/** Whether `word`, one of `words`, is a run of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return UNSPACED_START.test(word);
}
