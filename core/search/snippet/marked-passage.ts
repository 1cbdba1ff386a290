import type { MarkedText } from '../../library/search.ts';
import type { Query } from '../../query/query.ts';
import { plainBody } from '../analysis/plain-body.ts';
import { bestSnippet } from './best-snippet.ts';

/** Signs that Markdown puts at the start of a line, around words and between cells, but no reader reads. */
const MARKUP = /^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)]|={3,}|-{3,}|`{3,}.*)(?=\s|$)|\*{1,3}|_{2,3}|`+|~~|[|\u2500-\u257f]+|!?\[|\]/gm;
const SPACES = /\s+/g;

/** The body as running text, in one line. */
export function runningText(markdown: string): string {
  return plainBody(markdown).replace(MARKUP, ' ').replace(SPACES, ' ').trim();
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
