/** What the language wanted where a text stopped making sense. Each has a sentence in `locales/` under `query.expected`. */
export const EXPECTED_KINDS = [
  'term',
  'closing-quote',
  'closing-parenthesis',
  'no-closing-parenthesis',
  'known-field',
  'value',
  'state',
  'attachment',
  'date',
  'less-nesting',
] as const;
export type ExpectedKind = (typeof EXPECTED_KINDS)[number];

/** Where a text is not a query, and what would have been. */
export interface QueryError {
  /** Offset of the offending text, in UTF-16 units; the text's length when something is missing at the end. */
  readonly position: number;
  /** Length of the offending text, in UTF-16 units; 0 when something is missing. */
  readonly length: number;
  readonly expected: readonly ExpectedKind[];
  /** The offending text itself, empty when something is missing. */
  readonly found: string;
}

/** How the parser leaves its recursion; `parseQuery` catches it and answers with a `QueryError`. */
export class QuerySyntaxError extends Error {
  readonly start: number;
  readonly end: number;
  readonly expected: ExpectedKind;

  constructor(start: number, end: number, expected: ExpectedKind) {
    super(`expected ${expected} at ${start}`);
    this.start = start;
    this.end = end;
    this.expected = expected;
  }
}
