import type { Facet } from '../catalogue/facet.ts';
import { includedIn, isGroup, isMonthRange, isSame, termOf, valueIn } from './facet-terms.ts';
import { allOf, conjuncts, type Expression, not, or, type Query } from './query.ts';

/**
 * Facets and query text are two views of one query. An included value is a term at the top level of the query, or one of
 * a group of alternatives there that holds nothing but values of its facet: `(topic:ai OR topic:law)`. An excluded value
 * is a term under `Not`. Whatever else the query says is none of the facets' business and stays.
 */

/** How a facet value stands in a query: articles must have it, must not have it, or either. */
export type FacetChoice = 'include' | 'exclude' | null;

/** Whether articles must have any of the included values of a facet, or all of them. */
export type FacetMode = 'any' | 'all';

export interface ChosenValue {
  readonly value: string;
  readonly choice: 'include' | 'exclude';
}

/** From the first to the last month, each `YYYY-MM`; null = open, not both. */
export interface MonthRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** The facets of which an article has one value at most: asking for all of two would find nothing. */
const SINGLE_VALUED: ReadonlySet<Facet> = new Set<Facet>(['sources', 'languages', 'months']);

/** The values of `facet` that `query` includes or excludes at its top level, in its order. */
export function chosenValues(query: Query, facet: Facet): readonly ChosenValue[] {
  return conjuncts(query).flatMap((part): readonly ChosenValue[] => {
    const excluded = part.kind === 'not' ? valueIn(facet, part.of) : null;
    if (excluded !== null) return [{ value: excluded, choice: 'exclude' }];
    return includedIn(facet, part).map((value) => ({ value, choice: 'include' }));
  });
}

/** How `value` of `facet` stands at the top level of `query`; when it stands there twice, the last one counts. */
export function facetChoice(query: Query, facet: Facet, value: string): FacetChoice {
  return chosenValues(query, facet).findLast((chosen) => isSame(facet, chosen.value, value))?.choice ?? null;
}

/**
 * What the included values of `facet` mean together. With fewer than two of them the query does not say: then `any` for
 * a facet of which an article has one value, else `all`.
 */
export function facetMode(query: Query, facet: Facet): FacetMode {
  const parts = conjuncts(query).filter((part) => includedIn(facet, part).length > 0);
  if (parts.some(isGroup)) return 'any';
  return parts.length < 2 && SINGLE_VALUED.has(facet) ? 'any' : 'all';
}

/** `query` with its included values of `facet` in the form of `mode`, together where the first one stood. */
export function withFacetMode(query: Query, facet: Facet, mode: FacetMode): Query {
  const parts = conjuncts(query);
  const isIncluding = (part: Expression) => includedIn(facet, part).length > 0;
  const terms = parts.filter(isIncluding).flatMap((part) => (isGroup(part) ? part.of : [part]));
  const before = parts.slice(0, Math.max(0, parts.findIndex(isIncluding)));
  const after = parts.slice(before.length).filter((part) => !isIncluding(part));
  return allOf([...before, ...(mode === 'any' ? oneOf(terms) : terms), ...after]);
}

/**
 * `query` with `value` of `facet` standing as `choice`, newest choice last; everything else is kept, in its order. With
 * `mode` `any` an included value joins the alternatives, or the included values that stand alone and now become some.
 */
export function withFacetChoice(
  query: Query,
  facet: Facet,
  value: string,
  choice: FacetChoice,
  mode: FacetMode = facetMode(query, facet),
): Query {
  const others = conjuncts(query).flatMap((part) => withoutValue(part, facet, value));
  const term = termOf(facet, value);
  if (choice === null || term === null) return allOf(others);
  if (choice === 'exclude') return allOf([...others, not(term)]);
  if (mode === 'all') return allOf([...others, term]);
  const joined = others.findLast((part) => isGroup(part) && includedIn(facet, part).length > 0);
  if (joined === undefined) return withFacetMode(allOf([...others, term]), facet, 'any');
  return allOf(others.map((part) => (part === joined ? or(part, term) : part)));
}

/**
 * `query` without what it asks of `facet`, ranges of months too; what it excludes stays. The very same query when it asks
 * for nothing of it. The values of a facet in mode `any` are counted under it: what one more value would add.
 */
export function withoutIncluded(query: Query, facet: Facet): Query {
  const isAsking = (part: Expression) =>
    includedIn(facet, part).length > 0 || (facet === 'months' && isMonthRange(part));
  const parts = conjuncts(query);
  return parts.some(isAsking) ? allOf(parts.filter((part) => !isAsking(part))) : query;
}

/** The range of months that `query` asks for at its top level, a single month included; the last one counts. */
export function chosenMonths(query: Query): MonthRange | null {
  const range = conjuncts(query).findLast(isMonthRange);
  return range === undefined ? null : { from: range.from, to: range.to };
}

/** `query` asking for the months from `from` to `to` (null: open) and no others; both null: for any month. */
export function withMonths(query: Query, from: string | null, to: string | null): Query {
  const others = conjuncts(withoutIncluded(query, 'months'));
  if (from === null && to === null) return allOf(others);
  return allOf([...others, { kind: 'date', field: 'published', from, to }]);
}

/** What is left of `part` of a query's top level once `value` stands in it neither included nor excluded. */
function withoutValue(part: Expression, facet: Facet, value: string): readonly Expression[] {
  const stands = (term: Expression) => {
    const standing = valueIn(facet, term);
    return standing !== null && isSame(facet, standing, value);
  };
  if (!isGroup(part)) return stands(part.kind === 'not' ? part.of : part) ? [] : [part];
  if (includedIn(facet, part).length === 0 || !part.of.some(stands)) return [part];
  return oneOf(part.of.filter((term) => !stands(term)));
}

/** The condition that one of `terms` holds, or none when there are none. */
function oneOf([first, ...others]: readonly Expression[]): readonly Expression[] {
  return first === undefined ? [] : [or(first, ...others)];
}
