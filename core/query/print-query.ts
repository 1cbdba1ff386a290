import type { Query } from './query.ts';

/** The one canonical text of `query`: `parseQuery` reads it back as the same query in normal form. */
export function printQuery(_query: Query): string {
  throw new Error('not written yet');
}
