import { FACETS, type Facet, type Facets } from '../../core/catalogue/facet.ts';
import { fold } from '../../core/query/fold.ts';
import type { Query } from '../../core/query/query.ts';
import { type FacetChoice, facetChoice } from '../../core/query/refine-query.ts';

/** What the facet column shows: the facets that have values, and of each the values worth drawing. */

export interface FacetValueView {
  readonly value: string;
  readonly label: string;
  /** How many of the articles found have the value; 0 for a value that was left out. */
  readonly count: number;
  readonly choice: FacetChoice;
}

export interface FacetView {
  readonly facet: Facet;
  /** Chosen values first, then the most frequent. */
  readonly values: readonly FacetValueView[];
}

/** Names a value in the reader's language. */
export type LabelOf = (facet: Facet, value: string) => string;

/** The facets of a result under `query`. A chosen value stays even when no article found has it: it must be droppable. */
export function facetViews(facets: Facets, query: Query, labelOf: LabelOf): readonly FacetView[] {
  const named = namedValues(query);
  const views = FACETS.map((facet) => {
    const found = facets[facet].map(({ value, count }) => viewOf(facet, value, count));
    const lost = chosenButNotFound(facet, found).map((value) => viewOf(facet, value, 0));
    return { facet, values: [...lost, ...found.filter(isChosen), ...found.filter((value) => !isChosen(value))] };
  });
  return views.filter(({ values }) => values.length > 0);

  function viewOf(facet: Facet, value: string, count: number): FacetValueView {
    const choice = named.length === 0 ? null : facetChoice(query, facet, value);
    return { value, label: labelOf(facet, value), count, choice };
  }
  function chosenButNotFound(facet: Facet, found: readonly FacetValueView[]): readonly string[] {
    const chosen = named.filter((value) => facetChoice(query, facet, value) !== null);
    if (chosen.length === 0) return [];
    const known = new Set(found.map(({ value }) => fold(value)));
    return chosen.filter((value) => !known.has(fold(value)));
  }
}

export function isChosen({ choice }: FacetValueView): boolean {
  return choice !== null;
}

/** Every value that stands somewhere in `query`, once, whatever its field. */
function namedValues(query: Query): readonly string[] {
  return [...new Set(valuesIn(query))];
}

function valuesIn(query: Query): readonly string[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap(valuesIn);
    case 'not':
      return valuesIn(query.of);
    case 'field':
      return [query.value];
    case 'is':
      return [query.state];
    case 'date':
      return query.from === null ? [] : [query.from];
    default:
      return [];
  }
}
