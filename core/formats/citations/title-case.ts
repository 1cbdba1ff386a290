/** Words that stay small within an English title, from the specification of CSL 1.0.2 ("Title Case Conversion"). */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet'.split(' '),
);

/**
 * An English title as MLA and Chicago print it: words in small letters get a capital, small words keep none but at the
 * beginning, at the end and after a colon. Words with capitals of their own (`iPhone`, `AI`) stay as they are.
 */
export function titleCased(title: string): string {
  const words = title.split(/(?<=[ \u2010-\u2014-])/);
  return words
    .map((word, at) => {
      const isEdge = at === 0 || at === words.length - 1 || /[:?!.]["”’]? $/.test(words[at - 1] ?? '');
      return casedWord(word, isEdge);
    })
    .join('');
}

function casedWord(word: string, isEdge: boolean): string {
  const lower = word.toLowerCase();
  const isSmall = SMALL_WORDS.has(lower.replace(/[^\p{L}]/gu, ''));
  if (isSmall && !isEdge) return word.slice(1) === lower.slice(1) ? lower : word;
  return word === lower ? capitalised(word) : word;
}

/** The first letter, where nothing but quotes and brackets stands before it: `3d` and `@name` stay. */
function capitalised(word: string): string {
  return word.replace(
    /^([\p{Ps}\p{Pi}"'¿¡]*)(\p{Ll})/u,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );
}
