import { fieldKey } from '../query/field-key.ts';
import { ARTICLE_FACETS, type ArticleFacet } from './facet.ts';
import { FIELD_OF } from './facet-field.ts';

/** What spellings of one value have in common: its folded name, by which values are told apart and sorted. */
export function keyOf(facet: ArticleFacet, value: string): string {
  return facet === 'months' ? value : fieldKey(FIELD_OF[facet], value);
}

/** The names of facet values, facet by facet, in each by folded name: a value's id is its place. Never changes. */
export interface SortedNames {
  /** All names, one after the other. */
  readonly text: string;
  /** Where each name begins in `text`, and last where the last one ends, in UTF-16 units. */
  readonly starts: Uint32Array;
  /** The first id of each of `ARTICLE_FACETS`, and last how many ids there are. */
  readonly facetStarts: Uint32Array;
}

export const NO_NAMES: SortedNames = {
  text: '',
  starts: new Uint32Array(1),
  facetStarts: new Uint32Array(ARTICLE_FACETS.length + 1),
};

/** How many values have names: ids are below it. */
export function nameCount({ starts }: SortedNames): number {
  return starts.length - 1;
}

/** The name of the value `id`. */
export function nameAt({ text, starts }: SortedNames, id: number): string {
  return text.slice(starts[id], starts[id + 1]);
}

/** The first id of `facet`, and the first after it that is another's. */
export function facetRange({ facetStarts }: SortedNames, facet: ArticleFacet): readonly [from: number, to: number] {
  const index = ARTICLE_FACETS.indexOf(facet);
  return [facetStarts[index] as number, facetStarts[index + 1] as number];
}

/** The first id of `facet` whose key is not before `key`; the end of the facet when all are. */
export function placeOfKey(names: SortedNames, facet: ArticleFacet, key: string): number {
  let [low, high] = facetRange(names, facet);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(facet, nameAt(names, middle)) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The id of the value with `key`, -1 when there is none. */
export function findKey(names: SortedNames, facet: ArticleFacet, key: string): number {
  const place = placeOfKey(names, facet, key);
  return place < facetRange(names, facet)[1] && keyOf(facet, nameAt(names, place)) === key ? place : -1;
}
