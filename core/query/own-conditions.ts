import type { Query } from './query.ts';

/** Whether what the reader does to an article (marks, tags, a note) can change that `query` finds it by its conditions. */
export function asksForOwn(query: Query): boolean {
  switch (query.kind) {
    case 'is':
    case 'has':
      return true;
    case 'field':
      return query.field === 'tag';
    case 'not':
      return asksForOwn(query.of);
    case 'and':
    case 'or':
      return query.of.some(asksForOwn);
    default:
      return false;
  }
}
