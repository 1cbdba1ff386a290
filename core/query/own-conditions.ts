import type { Query } from './query.ts';
import { someTerm } from './terms.ts';

/** Whether what the reader does to an article (marks, tags, a note) can change that `query` finds it by its conditions. */
export function asksForOwn(query: Query): boolean {
  return someTerm(
    query,
    (term) => term.kind === 'is' || term.kind === 'has' || (term.kind === 'field' && term.field === 'tag'),
  );
}
