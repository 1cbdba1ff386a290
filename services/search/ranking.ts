import type { Catalogue, Selection } from '../../core/catalogue/catalogue.ts';
import type { Question, Sort } from '../../core/library/search.ts';
import type { FieldTerm } from '../../core/query/query.ts';
import { hasText } from '../../core/search/query/query-words.ts';
import type { IndexView } from './index-view.ts';

/** Hits ranked at once; most people never scroll further. */
const FIRST_RANKED = 60;

/** Answers the `order`s of the best `limit` articles, best first. */
type Rank = (limit: number) => Promise<readonly number[]>;

/** Answers with everything found, wherever it ranks. */
type Select = () => Promise<Selection>;

/** What a question found, in the order it asked for; ranks are worked out only as far as someone looks. */
export class Ranking {
  readonly total: number;
  readonly sort: Sort;
  readonly #select: Select;
  readonly #rank: Rank;
  #ranked: readonly number[];
  #selection: Promise<Selection> | null = null;

  private constructor(total: number, sort: Sort, select: Select, ranked: readonly number[], rank: Rank) {
    this.total = total;
    this.sort = sort;
    this.#select = select;
    this.#ranked = ranked;
    this.#rank = rank;
  }

  /** The ranking of `question`; null when cancelled. */
  static async of(
    { query, sort, now, to }: Pick<Question, 'query' | 'sort' | 'now' | 'to'>,
    catalogue: Catalogue,
    index: IndexView,
    isCancelled: () => boolean,
  ): Promise<Ranking | null> {
    if (!hasText(query)) {
      const selection = catalogue.select(query, now);
      const shown = sort === 'relevance' ? 'saved' : sort;
      return new Ranking(
        selection.total,
        shown,
        async () => selection,
        [],
        async () => [],
      );
    }
    const fieldTests = (term: FieldTerm) => catalogue.test(term, now);
    const search = (limit: number, stop: () => boolean) =>
      index.search({ query, limit, sort: sort === 'relevance' ? sort : 'newest', fieldTests, isCancelled: stop });
    const found = await search(sort === 'relevance' ? Math.max(FIRST_RANKED, to) : 0, isCancelled);
    if (found === null) return null;
    const rank = async (limit: number) => {
      const more = await search(limit, () => false);
      return (more?.hits ?? []).map(({ key }) => key);
    };
    const select = async () => catalogue.selectOrders(await found.keys());
    const ranked = found.hits.map(({ key }) => key);
    return new Ranking(found.total, sort, select, ranked, rank);
  }

  /** Everything found, to be counted and listed by date. */
  selection(): Promise<Selection> {
    this.#selection ??= this.#select();
    return this.#selection;
  }

  /** The `order`s of the articles at places `from` … `to` − 1. */
  async orders(from: number, to: number): Promise<readonly number[]> {
    if (this.sort !== 'relevance') return (await this.selection()).orders(this.sort, from, to);
    const end = Math.min(to, this.total);
    if (end > this.#ranked.length) this.#ranked = await this.#rank(Math.min(this.total, end * 2));
    return this.#ranked.slice(from, end);
  }
}
