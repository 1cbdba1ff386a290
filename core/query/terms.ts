import type { Query, Term } from './query.ts';

/** Whether `test` holds for one of a query's terms, excluded ones too. */
export function someTerm(query: Query, test: (term: Term) => boolean): boolean {
  switch (query.kind) {
    case 'all':
      return false;
    case 'not':
      return someTerm(query.of, test);
    case 'and':
    case 'or':
      return query.of.some((part) => someTerm(part, test));
    default:
      return test(query);
  }
}

/** The terms an article may meet to be found, in the query's order: all but those in a negated part. */
export function wantedTerms(query: Query): readonly Term[] {
  switch (query.kind) {
    case 'all':
    case 'not':
      return [];
    case 'and':
    case 'or':
      return query.of.flatMap(wantedTerms);
    default:
      return [query];
  }
}
