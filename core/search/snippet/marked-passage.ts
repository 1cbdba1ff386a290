import type { MarkedText } from '../../library/search.ts';
import type { Query } from '../../query/query.ts';
import { plainBody } from '../analysis/plain-body.ts';
import { bestSnippet } from './best-snippet.ts';

/** Signs at the start of a line, and what draws tables and boxes: they part words. */
const LINE_MARKUP = /^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)]|={3,}|`{3,}.*)(?=\s|$)|:?-{3,}:?|[|\u2500-\u257f]+/gm;

/** Signs around words and links; between two letters they are themselves. */
const INLINE_MARKUP = /(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3})|(?:\*{1,3}|_{1,3})(?![\p{L}\p{N}])|`+|~~|!?\[|\]/gu;

/** What `plainBody` leaves of a link behind its text: the title, and the closing parenthesis. */
const LINK_END = /\](?: +"[^"\n]*")? *\)/g;
const SPACES = /\s+/g;

/** The body as running text, in one line. */
export function runningText(markdown: string): string {
  return plainBody(markdown)
    .replace(LINK_END, '')
    .replace(LINE_MARKUP, ' ')
    .replace(INLINE_MARKUP, '')
    .replace(SPACES, ' ')
    .trim();
}

/** The best passage of a body for a query, in pieces, with an ellipsis where it was cut; null when nothing is in it. */
export function markedPassage(markdown: string, query: Query, length = 240): MarkedText | null {
  const text = runningText(markdown);
  const { start, end, marks } = bestSnippet(text, query, length);
  if (marks.length === 0) return null;
  const pieces: { text: string; marked: boolean }[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), marked });
  };
  if (start > 0) pieces.push({ text: '… ', marked: false });
  let at = start;
  for (const mark of marks) {
    add(at, mark.start, false);
    add(mark.start, mark.end, true);
    at = mark.end;
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}
