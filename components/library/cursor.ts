import type { SearchResult } from '../../core/catalogue/catalogue.ts';

/** The article the keyboard is on. */
export interface Cursor {
  readonly slug: string;
  /** Where it was in the results: the place to go on from when it is no longer there. */
  readonly index: number;
  /** The link of the article is to have the focus as soon as it is in the list, unless something else gets it before. */
  readonly focus: boolean;
}

/** Where the article of `cursor` stands in `results`, or what stands in its place; -1 when there is nothing. */
export function indexNear(results: SearchResult, { slug, index }: Cursor): number {
  if (index < results.total && results.slugAt(index) === slug) return index;
  const moved = results.slugs(0, results.total).indexOf(slug);
  return moved >= 0 ? moved : Math.min(index, results.total - 1);
}

/** The cursor `steps` further down, with the focus; the first article when there was no cursor; null in an empty list. */
export function movedCursor(results: SearchResult, cursor: Cursor | null, steps: number): Cursor | null {
  if (results.total === 0) return null;
  const wanted = cursor === null ? 0 : indexNear(results, cursor) + steps;
  const index = Math.min(Math.max(wanted, 0), results.total - 1);
  return { slug: results.slugAt(index), index, focus: true };
}

/** The cursor for when its article goes: on the next one, or on the one before when it was the last. */
export function cursorBeside(results: SearchResult, slug: string): Cursor | null {
  const index = results.slugs(0, results.total).indexOf(slug);
  if (index < 0 || results.total < 2) return null;
  const beside = index + 1 < results.total ? index + 1 : index - 1;
  return { slug: results.slugAt(beside), index: Math.min(index, beside), focus: true };
}
