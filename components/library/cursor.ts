import type { ShownArticles } from './shown-articles.ts';

/** The article the keyboard is on. */
export interface Cursor {
  /** Null while the row it was moved to is not here yet. */
  readonly slug: string | null;
  /** Where it was in the results: the place to go on from when it is no longer there. */
  readonly index: number;
  /** The link of the article is to have the focus as soon as it is in the list, unless something else gets it before. */
  readonly focus: boolean;
}

/** Where the article of `cursor` stands in `results`, or what stands in its place; -1 when there is nothing. */
export function indexNear(results: ShownArticles, { slug, index }: Cursor): number {
  const known = slug === null ? -1 : results.indexOf(slug);
  return known >= 0 ? known : Math.min(index, results.total - 1);
}

/** The cursor on the row at `index`, with the focus. */
export function cursorAt(results: ShownArticles, index: number): Cursor {
  return { slug: results.at(index)?.record.slug ?? null, index, focus: true };
}

/** The cursor `steps` further down, with the focus; the first article when there was no cursor; null in an empty list. */
export function movedCursor(results: ShownArticles, cursor: Cursor | null, steps: number): Cursor | null {
  if (results.total === 0) return null;
  const wanted = cursor === null ? 0 : indexNear(results, cursor) + steps;
  return cursorAt(results, Math.min(Math.max(wanted, 0), results.total - 1));
}

/** The cursor for when its article goes: on the next one, or on the one before when it was the last. */
export function cursorBeside(results: ShownArticles, slug: string): Cursor | null {
  const index = results.indexOf(slug);
  if (index < 0 || results.total < 2) return null;
  const beside = index + 1 < results.total ? index + 1 : index - 1;
  return { ...cursorAt(results, beside), index: Math.min(index, beside) };
}
