import type { Query } from './query.ts';
import type { QueryError } from './query-error.ts';

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly error: QueryError };

/** The query that `text` spells, in normal form, or where and why it spells none. Never throws. */
export function parseQuery(_text: string): ParsedQuery {
  throw new Error('not written yet');
}
