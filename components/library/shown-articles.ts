import type { Answer, FacetPages, ListedArticle, Sort } from '../../core/library/search.ts';
import { ALL, type Query } from '../../core/query/query.ts';

type Rows = ReadonlyMap<number, ListedArticle>;

/**
 * What the list shows: how much was found, and the rows of it that are here. A row that is not here is asked for. After
 * a change in the library the rows of the answer before stand in for those not asked for yet, so that nothing blinks
 * and the focus has where to stay.
 */
export class ShownArticles {
  /** What they were found by. */
  readonly query: Query;
  readonly total: number;
  /** Null before the first answer. */
  readonly answer: Answer | null;
  readonly #rows: Rows;
  readonly #former: Rows;
  readonly #places: ReadonlyMap<string, number>;

  constructor(query: Query, total: number, answer: Answer | null, rows: Rows, former: Rows = new Map()) {
    this.query = query;
    this.total = total;
    this.answer = answer;
    this.#rows = rows;
    this.#places = new Map([...former, ...rows].map(([index, { record }]) => [record.slug, index]));
    this.#former = new Map([...former].filter(([index, { record }]) => this.#places.get(record.slug) === index));
  }

  get facets(): FacetPages | null {
    return this.answer?.facets ?? null;
  }

  get sort(): Sort {
    return this.answer?.sort ?? 'saved';
  }

  /** The row at `index`, or what stood there before; undefined when neither is here. */
  at(index: number): ListedArticle | undefined {
    return this.#rows.get(index) ?? this.#former.get(index);
  }

  /** Whether the row at `index` is here as this answer has it. */
  isHere(index: number): boolean {
    return this.#rows.has(index);
  }

  /** Where an article stands, of the rows that are here; -1 when it is not among them. */
  indexOf(slug: string): number {
    const index = this.#places.get(slug) ?? -1;
    return index < this.total ? index : -1;
  }

  /** The same with more rows, the first of them at `from`. */
  with(from: number, rows: readonly ListedArticle[]): ShownArticles {
    const more = new Map([...this.#rows, ...numbered(from, rows)]);
    return new ShownArticles(this.query, this.total, this.answer, more, this.#former);
  }

  /** What `answer` to the same query shows, whose rows begin at `from`. */
  followedBy(answer: Answer, from: number): ShownArticles {
    const former = new Map([...this.#former, ...this.#rows]);
    return new ShownArticles(this.query, answer.total, answer, new Map(numbered(from, answer.rows)), former);
  }
}

/** Nothing is known yet. */
export const NOTHING_SHOWN = new ShownArticles(ALL, 0, null, new Map());

/** What an answer to `query` shows, whose rows begin at `from`. */
export function shownOf(query: Query, answer: Answer, from: number): ShownArticles {
  return new ShownArticles(query, answer.total, answer, new Map(numbered(from, answer.rows)));
}

function numbered(from: number, rows: readonly ListedArticle[]): readonly (readonly [number, ListedArticle])[] {
  return rows.map((row, index) => [from + index, row]);
}
