import { decodeHTMLStrict } from 'entities/decode';

/**
 * Strings from strangers, made safe to keep: no lone surrogates, no control characters, no bidirectional overrides (which
 * let a text show other than it reads), bounded length. What is written in an article is otherwise left as it is.
 */

/** Longest texts kept, in UTF-16 code units. */
export const LONGEST_HEADLINE = 1_000;
export const LONGEST_DESCRIPTION = 10_000;
export const LONGEST_BODY = 5_000_000;

/** C0 and C1 without tab and line feed, DEL, byte order mark, non-characters, and the overrides and isolates of Unicode TR 9. */
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF\p{Surrogate}]/gu;

/** What careless programs print where they have no text. */
const PRINTED_NOTHING: ReadonlySet<string> = new Set([
  'null',
  'undefined',
  'None',
  'NaN',
  '[object Object]',
  'Invalid Date',
]);

/**
 * One line of text, or null when nothing readable is left: HTML entities decoded once, white space folded, at most
 * `limit` code units.
 */
export function cleanLine(text: string, limit: number): string | null {
  // Cut generously first, so that a megabyte of padding costs nothing.
  return tidyLine(decodeEntities(text.slice(0, limit * 8)), limit);
}

/** As `cleanLine`, of a text whose entities were decoded before: what was kept once comes out as it is. */
export function tidyLine(text: string, limit: number): string | null {
  const folded = foldSpace(text.replace(/[\r\v\f\u0085]/g, ' ').replace(UNWANTED, ''));
  const cut = cutAt(folded, limit);
  return cut === '' || PRINTED_NOTHING.has(cut) ? null : cut;
}

/** A text of many lines, or null when nothing readable is left: line ends are `\n`, indentation and entities stay. */
export function cleanBlock(text: string): string | null {
  const clean = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNWANTED, '');
  const firstInk = clean.search(/\S/);
  if (firstInk === -1) return null;
  const block = clean.slice(clean.lastIndexOf('\n', firstInk) + 1).trimEnd();
  return PRINTED_NOTHING.has(block.trim()) ? null : block;
}

/** Runs of white space become one space; none at the ends. */
export function foldSpace(text: string): string {
  // A lone space, by far the most common, is passed over: this runs on every text there is.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

/** Decodes HTML entities once; a reference to no character (`&#0;`) vanishes instead of becoming U+FFFD. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = decodeHTMLStrict(text);
  return text.includes('\uFFFD') ? decoded : decoded.replaceAll('\uFFFD', '');
}

/** A text of many lines as it was kept, without what is never kept; null when nothing readable is left. */
export function tidyBlock(text: string): string | null {
  const clean = text.replace(UNWANTED, '');
  return /\S/.test(clean) ? clean : null;
}

/** The letters and digits of a text in lower case: what stays the same when two programs print one text differently. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a text that should be Markdown or plain is a web page, such as an error page sent with status 200. */
export function isWebPage(text: string): boolean {
  return /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body)\b/i.test(text);
}

function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
