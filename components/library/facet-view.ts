import { FACETS, type Facet } from '../../core/catalogue/facet.ts';
import type { FacetPage, FacetPages } from '../../core/library/search.ts';
import { ALL, type Query } from '../../core/query/query.ts';
import { chosenValues, type FacetChoice, facetChoice, withFacetChoice } from '../../core/query/refine-query.ts';

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
  /** How many values there are; more than are here. */
  readonly total: number;
}

/** Names a value in the reader's language. */
export type LabelOf = (facet: Facet, value: string) => string;

/** The facets of a result under `query`. A chosen value stays even when no article found has it: it must be droppable. */
export function facetViews(facets: FacetPages, query: Query, labelOf: LabelOf): readonly FacetView[] {
  const views = FACETS.map((facet) => ({
    facet,
    values: facetValues(facet, facets[facet], query, labelOf),
    total: facets[facet].total,
  }));
  return views.filter(({ values }) => values.length > 0);
}

function facetValues(facet: Facet, found: FacetPage, query: Query, labelOf: LabelOf) {
  const chosen = chosenValues(query, facet);
  const choiceOf = (value: string) => (chosen.length === 0 ? null : facetChoice(query, facet, value));
  const views = found.values.map(({ value, count }) => ({
    value,
    label: labelOf(facet, value),
    count,
    choice: choiceOf(value),
  }));
  const top = views.filter(isChosen);
  const lost = chosen.filter(({ value }) => !top.some((shown) => isSameValue(facet, shown.value, value)));
  return [
    ...lost.map(({ value, choice }) => ({ value, label: labelOf(facet, value), count: 0, choice })),
    ...top,
    ...views.filter((view) => !isChosen(view)),
  ];
}

/** Whether two spellings choose the same value. */
function isSameValue(facet: Facet, one: string, other: string): boolean {
  return facetChoice(withFacetChoice(ALL, facet, one, 'include'), facet, other) !== null;
}

/** Whether the value is asked for or left out. */
export function isChosen({ choice }: FacetValueView): boolean {
  return choice !== null;
}
