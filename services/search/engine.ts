import type { Selection } from '../../core/catalogue/catalogue.ts';
import type { FacetValue } from '../../core/catalogue/facet.ts';
import { FACET_OF } from '../../core/catalogue/facet-field.ts';
import type { Answer, FacetPage, ListedArticle, Question, ValuesWanted } from '../../core/library/search.ts';
import type { Query } from '../../core/query/query.ts';
import { readSlugsByOrders } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { type CatalogueKeeper, openCatalogueKeeper } from './catalogue-keeper.ts';
import { AnyFacets, firstPages } from './facet-pages.ts';
import { catchUp, catchUpTo, storeBehind } from './follow-library.ts';
import { type IndexView, openIndexView } from './index-view.ts';
import type { LibrarySearch } from './library-search.ts';
import { listArticles } from './list-articles.ts';
import { Ranking } from './ranking.ts';
import { suggestQueries } from './suggest-queries.ts';

/**
 * Answers questions about the library from the catalogue and the index. It belongs to one context and one asker: a
 * newer question ends the one before.
 */
export interface SearchEngine extends LibrarySearch {
  /** Reads the segments and pending articles again, after the index was written. */
  refreshIndex(): Promise<void>;
}

export interface EngineOptions {
  /** Hears of a segment that is damaged and must be made again. */
  readonly damaged?: (segment: number) => void;
  /** Bytes of the index kept in memory; left out: as many as a page wants that searches all day. */
  readonly cacheBytes?: number;
}

/** What is kept of an answer until it is closed. */
interface Kept {
  readonly question: Question;
  readonly ranking: Ranking;
  readonly anyFacets: AnyFacets;
}

/** An engine over `store`, ready for questions. */
export async function openEngine(store: Store, options: EngineOptions = {}): Promise<SearchEngine> {
  const { damaged = () => {}, cacheBytes } = options;
  const [keeper, index] = await Promise.all([openCatalogueKeeper(store), openIndexView(store, damaged, cacheBytes)]);
  return createEngine(store, keeper, index);
}

function createEngine(store: Store, keeper: CatalogueKeeper, index: IndexView): SearchEngine {
  const { catalogue } = keeper;
  const kept = new Map<number, Kept>();
  let asked = 0;

  /** What a query finds, to be counted and not ranked; null when cancelled. */
  function find(query: Query, now: number, isCancelled: () => boolean): Promise<Ranking | null> {
    return Ranking.of({ query, sort: 'saved', now, to: 0 }, catalogue, index, isCancelled);
  }
  function keptAs(answer: number): Kept {
    const own = kept.get(answer);
    if (own === undefined) throw new RangeError(`answer ${answer} is closed`);
    return own;
  }
  async function list({ question, ranking }: Kept, from: number, to: number): Promise<readonly ListedArticle[]> {
    return listArticles(store, await ranking.orders(from, to), question.query);
  }
  return {
    async ask(question) {
      asked += 1;
      const id = asked;
      const isCancelled = () => id !== asked;
      await catchUpTo(question.through, keeper, index);
      const { query, now, from, to } = question;
      const ranking = await Ranking.of(question, catalogue, index, isCancelled);
      if (ranking === null) return null;
      const selection = await ranking.selection();
      const anyFacets = await AnyFacets.of(
        query,
        async (other) => (await find(other, now, isCancelled))?.selection() ?? null,
      );
      if (anyFacets === null || isCancelled()) return null;
      const own = { question, ranking, anyFacets };
      const rows = await list(own, from, to);
      const countOf = async (other: Query) => (await find(other, now, isCancelled))?.total ?? 0;
      const suggestions = selection.total > 0 ? [] : await suggestQueries(query, index, countOf);
      if (isCancelled()) return null;
      kept.set(id, own);
      storeBehind(keeper);
      const unindexed = Math.max(0, catalogue.size - index.articles);
      const facets = firstPages(query, selection, anyFacets);
      return { id, total: selection.total, sort: ranking.sort, rows, facets, suggestions, unindexed } satisfies Answer;
    },
    rows: async (answer, from, to) => list(keptAs(answer), from, to),
    async values(answer, wanted: ValuesWanted): Promise<FacetPage> {
      const { ranking, anyFacets } = keptAs(answer);
      return (anyFacets.get(wanted.facet) ?? (await ranking.selection())).values(wanted);
    },
    async slugs(answer) {
      const { ranking } = keptAs(answer);
      return readSlugsByOrders(store, await ranking.orders(0, (await ranking.selection()).total));
    },
    close: (answer) => void kept.delete(answer),
    async complete(field, words, limit): Promise<readonly FacetValue[]> {
      return catalogue.complete(FACET_OF[field], words, limit);
    },
    async count(query, now, after) {
      await catchUp(keeper, index);
      const found = await find(query, now, () => false);
      return found === null ? 0 : countAfter(await found.selection(), after);
    },
    refreshIndex: () => index.refresh(),
  };
}

/** How many of a selection have an `order` above `after`: they stand first in the order of saving. */
function countAfter(selection: Selection, after: number): number {
  let low = 0;
  let high = selection.total;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [order = Number.NEGATIVE_INFINITY] = selection.orders('saved', middle, middle + 1);
    if (order > after) low = middle + 1;
    else high = middle;
  }
  return low;
}
