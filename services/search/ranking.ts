import type { Catalogue, Selection } from '../../core/catalogue/catalogue.ts';
import type { Question, Sort } from '../../core/library/search.ts';
import { hasText } from '../../core/search/query/query-words.ts';
import type { IndexView } from './index-view.ts';

/** Hits ranked at once; most people never scroll further. */
const FIRST_RANKED = 60;

/** Answers the `order`s of the best `limit` articles, best first. */
type Rank = (limit: number) => Promise<readonly number[]>;

/** What a question found, in the order it asked for; ranks are worked out only as far as someone looks. */
export class Ranking {
  readonly selection: Selection;
  readonly sort: Sort;
  readonly #rank: Rank;
  #ranked: readonly number[];

  private constructor(selection: Selection, sort: Sort, ranked: readonly number[], rank: Rank) {
    this.selection = selection;
    this.sort = sort;
    this.#ranked = ranked;
    this.#rank = rank;
  }

  /** The ranking of `question`; null when cancelled. */
  static async of(
    { query, sort, now, to }: Question,
    catalogue: Catalogue,
    index: IndexView,
    isCancelled: () => boolean,
  ): Promise<Ranking | null> {
    if (!hasText(query)) {
      const selection = catalogue.select(query, now);
      return new Ranking(selection, sort === 'relevance' ? 'saved' : sort, [], async () => []);
    }
    const fieldTests = (term: Parameters<Catalogue['test']>[0]) => catalogue.test(term, now);
    const search = (limit: number, stop: () => boolean) =>
      index.search({ query, limit, sort: sort === 'relevance' ? sort : 'newest', fieldTests, isCancelled: stop });
    const found = await search(sort === 'relevance' ? Math.max(FIRST_RANKED, to) : 0, isCancelled);
    if (found === null) return null;
    const selection = catalogue.selectOrders(await found.keys());
    const rank = async (limit: number) => {
      const more = await search(limit, () => false);
      return (more?.hits ?? []).map(({ key }) => key);
    };
    return new Ranking(
      selection,
      sort,
      found.hits.map(({ key }) => key),
      rank,
    );
  }

  /** The `order`s of the articles at places `from` … `to` − 1. */
  async orders(from: number, to: number): Promise<readonly number[]> {
    const end = Math.min(to, this.selection.total);
    if (this.sort !== 'relevance') return this.selection.orders(this.sort, from, end);
    if (end > this.#ranked.length) this.#ranked = await this.#rank(Math.min(this.selection.total, end * 2));
    return this.#ranked.slice(from, end);
  }
}
