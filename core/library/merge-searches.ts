import { fold } from '../query/fold.ts';
import type { SavedSearchRecord } from './records.ts';

/** No reader keeps more; a file that brings more was not made by one. */
const MOST = 1_000;

/**
 * The searches of `incoming` that `present` has not, under names that are free: a search that finds the same under the same
 * name is there already, and another of the name is kept beside it as `name (2)`. Adding them and asking again gives none.
 */
export function newSearches(
  present: readonly SavedSearchRecord[],
  incoming: readonly SavedSearchRecord[],
): SavedSearchRecord[] {
  const all = [...present];
  const added: SavedSearchRecord[] = [];
  for (const search of incoming.slice(0, MOST)) {
    const name = nameFor(all, search);
    if (name === null) continue;
    const renamed = { ...search, name };
    all.push(renamed);
    added.push(renamed);
  }
  return added;
}

/** The first of `name`, `name (2)`, `name (3)` … that is free; null when one of them is this very search. */
function nameFor(all: readonly SavedSearchRecord[], search: SavedSearchRecord): string | null {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? search.name : `${search.name} (${number})`;
    const holder = all.find((other) => fold(other.name) === fold(name));
    if (holder === undefined) return name;
    if (holder.query === search.query && holder.sort === search.sort) return null;
  }
}
