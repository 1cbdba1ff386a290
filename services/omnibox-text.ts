import type { MarkedText } from '../core/library/search.ts';
import { fold } from '../core/query/fold.ts';
import { parseQuery } from '../core/query/parse-query.ts';
import { wantedWords } from '../core/search/query/query-words.ts';

/** `headline` with the words marked that begin as a word of the query `queryText` does. */
export function markedWords(headline: string, queryText: string): MarkedText {
  const parsed = parseQuery(queryText);
  const wanted = parsed.ok ? wantedWords(parsed.query).map(({ text }) => fold(text)) : [];
  const pieces = headline.split(/([\p{L}\p{N}\p{M}]+)/u); // The words stand at the odd places.
  return pieces.map((text, place) => ({
    text,
    marked: place % 2 === 1 && wanted.some((word) => word !== '' && fold(text).startsWith(word)),
  }));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A description as Chromium's address bar takes it: XML, with `match` elements. https://developer.chrome.com/docs/extensions/reference/api/omnibox */
export function inMarkup(text: MarkedText): string {
  return text
    .map(({ text: piece, marked }) => {
      const escaped = clean(piece).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
      return marked ? `<match>${escaped}</match>` : escaped;
    })
    .join('');
}

/** A description as Firefox's address bar takes it: text as it is. */
export function inPlainText(text: MarkedText): string {
  return text.map(({ text: piece }) => clean(piece)).join('');
}

/** Without what XML cannot hold and one line cannot show: control characters, noncharacters, halves of surrogate pairs. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ');
}
