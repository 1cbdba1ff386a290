import type { Facet } from '../catalogue/facet.ts';
import type { Query } from './query.ts';

/** How a facet value stands in a query: articles must have it, must not have it, or either. */
export type FacetChoice = 'include' | 'exclude' | null;

/** How `value` of `facet` stands at the top level of `query`. */
export function facetChoice(_query: Query, _facet: Facet, _value: string): FacetChoice {
  throw new Error('not written yet');
}

/** `query` with `value` of `facet` standing as `choice`; everything else is kept, in its order. */
export function withFacetChoice(_query: Query, _facet: Facet, _value: string, _choice: FacetChoice): Query {
  throw new Error('not written yet');
}
