import { FACETS, type Facet, type FacetValue } from '../../core/catalogue/facet.ts';
import type { FacetPage, FacetPages } from '../../core/library/search.ts';
import { ALL, type Query } from '../../core/query/query.ts';
import {
  chosenValues,
  type FacetChoice,
  type FacetMode,
  facetChoice,
  facetMode,
  withFacetChoice,
} from '../../core/query/refine-query.ts';

/** What the facet column shows: the facets that have values, and of each the values that came with the answer. */

export interface FacetValueView {
  readonly value: string;
  readonly label: string;
  /** How many of the articles found have the value; 0 for a value that was left out. */
  readonly count: number;
  readonly choice: FacetChoice;
}

export interface FacetView {
  readonly facet: Facet;
  /** Chosen values first, then the most frequent; months: the latest. */
  readonly values: readonly FacetValueView[];
  /** How many values there are; more than are here. */
  readonly total: number;
  /** Whether articles have any or all of the included values. */
  readonly mode: FacetMode;
  /** A value of the facet as it is shown. */
  readonly show: (value: FacetValue) => FacetValueView;
}

/** Names a value in the reader's language. */
export type LabelOf = (facet: Facet, value: string) => string;

/** Values shown before someone asks for more. */
const FIRST = 12;
/** "Show all" for two more values would be a button that takes the room of the values. */
const SPARE = 2;

/** The facets of a result under `query`. A chosen value stays even when no article found has it: it must be droppable. */
export function facetViews(facets: FacetPages, query: Query, labelOf: LabelOf): readonly FacetView[] {
  const views = FACETS.map((facet) => facetView(facet, facets[facet], query, labelOf));
  return views.filter(({ values }) => values.length > 0);
}

function facetView(facet: Facet, found: FacetPage, query: Query, labelOf: LabelOf): FacetView {
  const chosen = chosenValues(query, facet);
  const show = ({ value, count }: FacetValue): FacetValueView => ({
    value,
    label: labelOf(facet, value),
    count,
    choice: chosen.length === 0 ? null : facetChoice(query, facet, value),
  });
  const views = (facet === 'months' ? latestFirst(found.values) : found.values).map(show);
  const lost = chosen.filter(({ value }) => !views.some((shown) => isSameValue(facet, shown.value, value)));
  return {
    facet,
    values: [
      ...lost.map(({ value }) => show({ value, count: 0 })),
      ...views.filter(isChosen),
      ...views.filter((view) => !isChosen(view)),
    ],
    total: found.total,
    mode: facetMode(query, facet),
    show,
  };
}

/** The values to draw before someone asks for more: the first ones, and always the chosen ones. */
export function firstValues({ values, total }: FacetView): readonly FacetValueView[] {
  if (total <= FIRST + SPARE) return values;
  return values.filter((value, place) => place < FIRST || isChosen(value));
}

/** Months (`YYYY-MM`) from the latest to the earliest. */
export function latestFirst(months: readonly FacetValue[]): readonly FacetValue[] {
  return months.toSorted((one, other) => (one.value < other.value ? 1 : -1));
}

/** Whether two spellings choose the same value. */
function isSameValue(facet: Facet, one: string, other: string): boolean {
  return facetChoice(withFacetChoice(ALL, facet, one, 'include'), facet, other) !== null;
}

/** Whether the value is asked for or left out. */
export function isChosen({ choice }: FacetValueView): boolean {
  return choice !== null;
}
