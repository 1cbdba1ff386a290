import { STATES, type State } from '../query/query.ts';
import type { ArticleTable } from './article-table.ts';
import type { Facet, Facets, FacetValue } from './facet.ts';
import { isInState } from './flags.ts';

type FacetLists = { readonly [Name in Facet]: FacetValue[] };

/** How often each facet value occurs in `rows`. */
export function countFacets({ valueIds, values, flags }: ArticleTable, rows: readonly number[]): Facets {
  const counts = new Uint32Array(valueIds.size);
  const rowsByFlags = new Uint32Array(256);
  for (const row of rows) {
    values.count(row, counts);
    const bits = flags[row] ?? 0;
    rowsByFlags[bits] = (rowsByFlags[bits] ?? 0) + 1;
  }
  const lists: FacetLists = { topics: [], entities: [], sources: [], languages: [], months: [], tags: [], state: [] };
  for (const id of valueIds.byName()) {
    const { facet, value } = valueIds.entry(id);
    addCounted(lists[facet], value, counts[id] ?? 0);
  }
  for (const state of STATES.toSorted()) addCounted(lists.state, state, countState(rowsByFlags, state));
  // Filled in the order of names, which a stable sort keeps among equal counts.
  for (const list of Object.values(lists)) list.sort((one, other) => other.count - one.count);
  return lists;
}

function addCounted(list: FacetValue[], value: string, count: number): void {
  if (count > 0) list.push({ value, count });
}

function countState(rowsByFlags: Uint32Array, state: State): number {
  return rowsByFlags.reduce((sum, count, flags) => (isInState(flags, state) ? sum + count : sum), 0);
}
