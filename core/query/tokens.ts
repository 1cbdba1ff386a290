import { FIELD_NAMES, type FieldName } from './query.ts';
import { QuerySyntaxError } from './query-error.ts';

/**
 * The first half of reading a query: text to tokens. A backslash takes the next character as it is, inside quotes and
 * outside; outside quotes white space, `"`, `(` and `)` end a token.
 */

interface Span {
  /** UTF-16 offsets: the token is `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

export interface FieldToken extends Span {
  readonly kind: 'field';
  readonly name: FieldName;
  readonly value: string;
  /** Where the value begins, its quote included. */
  readonly valueStart: number;
}

export type Token =
  | FieldToken
  | (Span & { readonly kind: 'open' | 'close' | 'or' | 'minus' })
  | (Span & { readonly kind: 'word'; readonly text: string; readonly prefix: boolean })
  | (Span & { readonly kind: 'phrase'; readonly text: string });

interface Piece {
  readonly text: string;
  readonly end: number;
}

const KNOWN_FIELD = new RegExp(`(${FIELD_NAMES.join('|')}):`, 'iy');

/** Letters and a colon with something after it, but no `https://`; a number (`12:30`) is no name either. */
const UNKNOWN_FIELD = /([a-z]+):(?=[^\s()])(?!\/\/)/iy;

/** The tokens of `text`; throws `QuerySyntaxError` at an unclosed quote, an unknown field or a field without value. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipSpace(text, token.end);
  }
  return tokens;
}

/** Whether a bare word that begins with `text` would be read as a field. */
export function looksLikeField(text: string): boolean {
  return matchAt(KNOWN_FIELD, text, 0) !== null || matchAt(UNKNOWN_FIELD, text, 0) !== null;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[1] ?? null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function readToken(text: string, start: number): Token {
  const first = text.charAt(start);
  if (first === '(') return { kind: 'open', start, end: start + 1 };
  if (first === ')') return { kind: 'close', start, end: start + 1 };
  if (first === '"') return { kind: 'phrase', start, ...readQuoted(text, start) };
  if (first === '-' && negatesSomething(text, start + 1)) return { kind: 'minus', start, end: start + 1 };
  return readField(text, start) ?? readWord(text, start);
}

/** A minus before white space, a closing parenthesis or the end is only a dash. */
function negatesSomething(text: string, at: number): boolean {
  return at < text.length && !/[\s)]/.test(text.charAt(at));
}

function readField(text: string, start: number): FieldToken | null {
  const name = matchAt(KNOWN_FIELD, text, start);
  if (name === null) {
    const unknown = matchAt(UNKNOWN_FIELD, text, start);
    if (unknown === null) return null;
    throw new QuerySyntaxError(start, start + unknown.length, 'known-field');
  }
  const valueStart = start + name.length + 1;
  const isQuoted = text.charAt(valueStart) === '"';
  const { text: value, end } = isQuoted ? readQuoted(text, valueStart) : readBare(text, valueStart);
  if (end === valueStart) throw new QuerySyntaxError(valueStart, valueStart, 'value');
  return { kind: 'field', start, end, name: name.toLowerCase() as FieldName, value, valueStart };
}

function readWord(text: string, start: number): Token {
  const { text: word, end } = readBare(text, start);
  const raw = text.slice(start, end);
  if (raw === 'OR') return { kind: 'or', start, end };
  const isStarred = endsInStar(raw);
  // The last word, with nothing after it, may still be growing under the reader's fingers.
  return {
    kind: 'word',
    start,
    end,
    text: isStarred ? word.slice(0, -1) : word,
    prefix: isStarred || end === text.length,
  };
}

/** Whether `raw` ends in a `*` of its own right: not escaped, and after something. */
function endsInStar(raw: string): boolean {
  return raw.length > 1 && /(?<!\\)(?:\\\\)*\*$/.test(raw);
}

function readBare(text: string, start: number): Piece {
  let read = '';
  let at = start;
  while (at < text.length && !/[\s"()]/.test(text.charAt(at))) {
    if (text.charAt(at) === '\\' && at + 1 < text.length) at += 1;
    read += text.charAt(at);
    at += 1;
  }
  return { text: read, end: at };
}

function readQuoted(text: string, start: number): Piece {
  let read = '';
  let at = start + 1;
  while (text.charAt(at) !== '"') {
    if (text.charAt(at) === '\\') at += 1;
    if (at >= text.length) throw new QuerySyntaxError(start, text.length, 'closing-quote');
    read += text.charAt(at);
    at += 1;
  }
  return { text: read, end: at + 1 };
}
