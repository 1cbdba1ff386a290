import type { HeadingLevel } from './tree.ts';

/**
 * Ranks a document's headings, in order, under the page's one `h1`. Writers skip and begin anywhere (`###` first, then
 * `##`): a heading goes one deeper than the nearest heading before it that outranks it, so that no level is ever skipped.
 */
export function createOutline(): (rank: number) => HeadingLevel {
  const open: number[] = [];
  return (rank) => {
    while ((open.at(-1) ?? 0) >= rank) open.pop();
    open.push(rank);
    return Math.min(open.length + 1, 6) as HeadingLevel;
  };
}
