import type { FacetPage, ValuesWanted } from '../library/search.ts';
import { STATES, type State } from '../query/query.ts';
import type { Counts } from './count-rows.ts';
import type { Facet, FacetValue } from './facet.ts';
import { isInState } from './flags.ts';
import { nameFilter } from './name-filter.ts';
import { ranked } from './rank-values.ts';
import type { ValueDictionary } from './value-dictionary.ts';

/** A page of a facet's values with a count above 0, highest count first, then by folded name. */
export function facetPage(wanted: ValuesWanted, counts: Counts, values: ValueDictionary): FacetPage {
  const { facet, words, from, to } = wanted;
  const isNamed = nameFilter(facet, words);
  if (facet === 'state') {
    const states = countedStates(counts.flags).filter(({ value }) => isNamed?.(value) ?? true);
    return { values: states.slice(Math.max(0, from), Math.max(0, to)), total: states.length };
  }
  const counted = countedIds(values.byName(facet), counts.values);
  const ids = isNamed === null ? counted : counted.filter((id) => isNamed(values.name(id)));
  const page = ranked(ids, counts.values, from, to);
  return {
    values: page.map((id) => ({ value: values.name(id), count: counts.values[id] as number })),
    total: ids.length,
  };
}

/** How many have `value`. */
export function countOf(facet: Facet, value: string, counts: Counts, values: ValueDictionary): number {
  if (facet !== 'state') return counts.values[values.find(facet, value)] ?? 0;
  const state = STATES.find((known) => known === value);
  return state === undefined ? 0 : countState(counts.flags, state);
}

/** Those of `ids` with a count above 0; a value that was added since the count has none. */
function countedIds(ids: Uint32Array, counts: Uint32Array): Uint32Array {
  const counted = new Uint32Array(ids.length);
  let length = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    if (id < counts.length && (counts[id] as number) > 0) counted[length++] = id;
  }
  return counted.subarray(0, length);
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
