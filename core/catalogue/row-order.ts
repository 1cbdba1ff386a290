import type { ArticleTable } from './article-table.ts';

/** `saved`: highest `order` first. `published`: newest `datePublished` first, unknown last, then by `order`. */
export type Sort = 'saved' | 'published';

/**
 * The rows of a table in the order of a list. The last order is kept: after a change it is nearly right, and sorting
 * what is nearly sorted takes little more than a look at each row.
 */
export class RowOrder {
  readonly #table: ArticleTable;
  readonly #sort: Sort;
  #rows: readonly number[] = [];
  #isStale = true;

  constructor(table: ArticleTable, sort: Sort) {
    this.#table = table;
    this.#sort = sort;
  }

  /** To be called when the table has changed. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** Every row that holds an article, first of the list first. */
  rows(): readonly number[] {
    if (this.#isStale) this.#rows = liveRows(this.#table, this.#rows).sort(comparison(this.#table, this.#sort));
    this.#isStale = false;
    return this.#rows;
  }
}

/** The rows in use: those of `former` first and in its order, then the new ones. */
function liveRows({ slugs }: ArticleTable, former: readonly number[]): number[] {
  const isListed = new Uint8Array(slugs.length);
  const live = former.filter((row) => slugs[row] !== null);
  for (const row of live) isListed[row] = 1;
  slugs.forEach((slug, row) => {
    if (slug !== null && isListed[row] === 0) live.push(row);
  });
  return live;
}

function comparison(table: ArticleTable, sort: Sort): (one: number, other: number) => number {
  const { order, published, slugs } = table;
  const bySave = (one: number, other: number) =>
    highestFirst(order[one], order[other]) || ((slugs[one] ?? '') < (slugs[other] ?? '') ? -1 : 1);
  if (sort === 'saved') return bySave;
  return (one, other) => highestFirst(published[one], published[other]) || bySave(one, other);
}

/** Compares for descending order; NaN comes last. */
function highestFirst(one = Number.NaN, other = Number.NaN): number {
  if (one > other) return -1;
  if (one < other) return 1;
  return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
}
