import type { Facet } from '../../core/catalogue/facet.ts';
import type { Query } from '../../core/query/query.ts';
import {
  chosenMonths,
  type FacetChoice,
  type FacetMode,
  withFacetChoice,
  withMonths,
} from '../../core/query/refine-query.ts';

/** `query` after a row of a facet was ticked, unticked or left out. A month that is ticked takes the place of a range. */
export function chooseFacetValue(
  query: Query,
  facet: Facet,
  value: string,
  choice: FacetChoice,
  mode: FacetMode,
): Query {
  const range = facet === 'months' && choice === 'include' ? chosenMonths(query) : null;
  const isRange = range !== null && range.from !== range.to;
  return withFacetChoice(isRange ? withMonths(query, null, null) : query, facet, value, choice, mode);
}
