import type { ArticleRecord } from '../library/records.ts';
import { isUnspaced, words } from '../query/fold.ts';

/**
 * The words of an article that a query looks at without its body: headline, description, topics and entities. They are
 * kept as one string, words apart by a space and fields by a line feed, so that a phrase never runs from one field into
 * the next.
 */

/** The searchable text of an article. */
export function articleText(record: ArticleRecord): string {
  const fields = [
    record.headline,
    record.description ?? '',
    ...record.topics,
    ...record.entities.map(({ name }) => name),
  ];
  return fields.map((field) => words(field).join(' ')).join('\n');
}

/**
 * Whether the words of `term` stand side by side in a text made by `articleText`; with `prefix`, the last may go on. In
 * a script without spaces a word begins and ends anywhere. Null when `term` has no words: it asks for nothing.
 */
export function textMatcher(term: string, prefix: boolean): ((text: string) => boolean) | null {
  const looked = words(term);
  const [first, last] = [looked.at(0), looked.at(-1)];
  if (first === undefined || last === undefined) return null;
  const needle = looked.join(' ');
  const anyStart = isUnspaced(first);
  const anyEnd = prefix || isUnspaced(last);
  return (text) => {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      if ((anyStart || isGap(text, at - 1)) && (anyEnd || isGap(text, at + needle.length))) return true;
    }
    return false;
  };
}

/** Whether no word goes on at `at`: a space, a line feed or an end of the text. */
function isGap(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text.charCodeAt(at) <= 0x20;
}
