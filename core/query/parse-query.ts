import { parseDateTerm } from './dates.ts';
import { ALL, ATTACHMENTS, and, type Expression, not, or, type Query, STATES, type Term } from './query.ts';
import { type ExpectedKind, type QueryError, QuerySyntaxError } from './query-error.ts';
import { type FieldToken, type Token, tokenise } from './tokens.ts';

/**
 * The second half of reading a query: tokens to value, by recursive descent.
 *
 *     alternatives := sequence ( 'OR' sequence )*
 *     sequence     := factor factor*                 all of them; binds tighter than OR
 *     factor       := '-' factor | '(' alternatives ')' | word | phrase | field
 */

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly error: QueryError };

/** More groups and minuses inside each other than this are refused: the recursion stays small. */
const DEEPEST = 64;

/** The query that `text` spells, in normal form, or where and why it spells none. Never throws. */
export function parseQuery(text: string): ParsedQuery {
  try {
    return { ok: true, query: parseTokens(tokenise(text), text.length) };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    const { start, end, expected } = error;
    return {
      ok: false,
      error: { position: start, length: end - start, expected: [expected], found: text.slice(start, end) },
    };
  }
}

function parseTokens(tokens: readonly Token[], length: number): Query {
  if (tokens.length === 0) return ALL;
  const reader = new Reader(tokens, length);
  const query = readAlternatives(reader, 0);
  if (reader.kind !== 'end') throw reader.error('no-closing-parenthesis');
  return query;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #next = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  /** The kind of the token that `take` would take. */
  get kind(): Token['kind'] | 'end' {
    return this.#tokens[this.#next]?.kind ?? 'end';
  }

  /** The next token, or null at the end. */
  take(): Token | null {
    const token = this.#tokens[this.#next] ?? null;
    this.#next += 1;
    return token;
  }

  /** What to throw where the next token is, or where one is missing. */
  error(expected: ExpectedKind): QuerySyntaxError {
    return this.#errorAt(this.#next, expected);
  }

  /** What to throw where the token is that was taken last, or where one was missing. */
  errorAtTaken(expected: ExpectedKind): QuerySyntaxError {
    return this.#errorAt(this.#next - 1, expected);
  }

  #errorAt(index: number, expected: ExpectedKind): QuerySyntaxError {
    const { start, end } = this.#tokens[index] ?? { start: this.#length, end: this.#length };
    return new QuerySyntaxError(start, end, expected);
  }
}

function readAlternatives(reader: Reader, depth: number): Expression {
  const first = readSequence(reader, depth);
  const others: Expression[] = [];
  while (reader.kind === 'or') {
    reader.take();
    others.push(readSequence(reader, depth));
  }
  return or(first, ...others);
}

function readSequence(reader: Reader, depth: number): Expression {
  const first = readFactor(reader, depth);
  const others: Expression[] = [];
  while (reader.kind !== 'end' && reader.kind !== 'or' && reader.kind !== 'close') {
    others.push(readFactor(reader, depth));
  }
  return and(first, ...others);
}

function readFactor(reader: Reader, depth: number): Expression {
  if (depth > DEEPEST) throw reader.error('less-nesting');
  const token = reader.take();
  switch (token?.kind) {
    case 'minus':
      return not(readFactor(reader, depth + 1));
    case 'open':
      return readGroup(reader, depth + 1);
    case 'word':
      return { kind: 'word', text: token.text, prefix: token.prefix };
    case 'phrase':
      return { kind: 'phrase', text: token.text };
    case 'field':
      return readFieldTerm(token);
    default:
      throw reader.errorAtTaken('term');
  }
}

function readGroup(reader: Reader, depth: number): Expression {
  const inside = readAlternatives(reader, depth);
  if (reader.kind !== 'close') throw reader.error('closing-parenthesis');
  reader.take();
  return inside;
}

function readFieldTerm({ name, value, valueStart, end }: FieldToken): Term {
  switch (name) {
    case 'is': {
      const state = STATES.find((known) => known === value.toLowerCase());
      if (state === undefined) throw new QuerySyntaxError(valueStart, end, 'state');
      return { kind: 'is', state };
    }
    case 'has': {
      const what = ATTACHMENTS.find((known) => known === value.toLowerCase());
      if (what === undefined) throw new QuerySyntaxError(valueStart, end, 'attachment');
      return { kind: 'has', what };
    }
    case 'published':
    case 'saved':
    case 'updated': {
      const term = parseDateTerm(name, value);
      if (term === null) throw new QuerySyntaxError(valueStart, end, 'date');
      return term;
    }
    default:
      return { kind: 'field', field: name, value };
  }
}
