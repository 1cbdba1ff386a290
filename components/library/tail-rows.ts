import type { FacetValue } from '../../core/catalogue/facet.ts';
import { nameFilter } from '../../core/catalogue/name-filter.ts';
import { type FacetValueView, type FacetView, isChosen } from './facet-view.ts';
import type { ValuePages } from './value-pages.ts';

/** The rows of the list of all values of a facet. */
export interface TailRows {
  readonly count: number;
  /** How many rows stand before the values that come in pages. */
  readonly before: number;
  /** Undefined when the value is not here yet. */
  at(index: number): FacetValueView | undefined;
  /** Of the values that are here; -1 for others. */
  indexOf(value: string): number;
}

/**
 * The values in pages, and before them what the engine does not list because no article found has it: chosen values
 * that fit `words`, and `held`, which was just let go.
 */
export function tailRows(view: FacetView, words: string, pages: ValuePages | null, held: FacetValue | null): TailRows {
  const isNamed = nameFilter(view.facet, words);
  const chosen = view.values.filter((value) => {
    return isChosen(value) && value.count === 0 && value.value !== held?.value && (isNamed?.(value.label) ?? true);
  });
  const head = [...chosen, ...(held === null ? [] : [view.show(held)])].filter(({ value }) => rankOf(value) < 0);

  function rankOf(value: string): number {
    return pages?.rankOf(value) ?? -1;
  }
  return {
    count: head.length + (pages?.total ?? 0),
    before: head.length,
    at(index) {
      const value = pages?.at(index - head.length);
      return head[index] ?? (value && view.show(value));
    },
    indexOf(value) {
      const rank = rankOf(value);
      return rank < 0 ? head.findIndex((shown) => shown.value === value) : head.length + rank;
    },
  };
}
