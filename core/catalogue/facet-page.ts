import type { FacetPage, ValuesWanted } from '../library/search.ts';
import { STATES, type State } from '../query/query.ts';
import type { Facet, FacetValue } from './facet.ts';
import { isInState } from './flags.ts';
import { nameFilter } from './name-filter.ts';
import { ranked } from './rank-values.ts';
import type { ValueDictionary } from './value-dictionary.ts';

/** What the values of all facets are counted in. */
export interface Counts {
  /** By id. */
  readonly values: Uint32Array;
  /** By set of flags. */
  readonly flags: Uint32Array;
}

/** A page of a facet's values with a count above 0, highest count first, then by folded name. */
export function facetPage(wanted: ValuesWanted, counts: Counts, values: ValueDictionary): FacetPage {
  const { facet, words, from, to } = wanted;
  const isNamed = nameFilter(facet, words);
  if (facet === 'state') {
    const states = countedStates(counts.flags).filter(({ value }) => isNamed?.(value) ?? true);
    return { values: states.slice(from, to), total: states.length };
  }
  const ids = values.byName(facet).filter((id) => isCounted(counts, id) && (isNamed?.(values.name(id)) ?? true));
  const page = ranked(ids, counts.values, from, to);
  return { values: page.map((id) => ({ value: values.name(id), count: counts.values[id] ?? 0 })), total: ids.length };
}

/** How many have `value`. */
export function countOf(facet: Facet, value: string, counts: Counts, values: ValueDictionary): number {
  if (facet !== 'state') return counts.values[values.find(facet, value)] ?? 0;
  const state = STATES.find((known) => known === value);
  return state === undefined ? 0 : countState(counts.flags, state);
}

function isCounted({ values }: Counts, id: number): boolean {
  // A value that was added since has no count.
  return (values[id] ?? 0) > 0;
}

function countedStates(flags: Uint32Array): readonly FacetValue[] {
  return STATES.toSorted()
    .map((state) => ({ value: state, count: countState(flags, state) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

function countState(flags: Uint32Array, state: State): number {
  return flags.reduce((sum, count, set) => (isInState(set, state) ? sum + count : sum), 0);
}
