import type { Query } from '../../core/query/query.ts';
import { readByOrders } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { openCatalogueKeeper } from './catalogue-keeper.ts';
import { catchUpTo, storeBehind } from './follow-library.ts';
import { openIndexView } from './index-view.ts';
import { Ranking } from './ranking.ts';

/** What is looked for: the best `most` articles as of change `through`. */
export interface Wanted {
  readonly query: Query;
  /** Milliseconds since 1970, for dates that are meant from today. */
  readonly now: number;
  readonly through: number;
  readonly most: number;
}

/** Finds articles as the engine does, for whoever shows headlines alone: nothing is counted, and no body is read. */
export interface HeadlineFinder {
  /** The best first; none when a newer question ended this one. */
  find(wanted: Wanted): Promise<readonly { readonly slug: string; readonly headline: string }[]>;
  /** Reads the segments and pending articles again, after the index was written. */
  refreshIndex(): Promise<void>;
}

/** A finder over `store` that keeps at most `cacheBytes` of the index in memory. */
export async function openHeadlineFinder(store: Store, cacheBytes: number): Promise<HeadlineFinder> {
  const [keeper, index] = await Promise.all([openCatalogueKeeper(store), openIndexView(store, () => {}, cacheBytes)]);
  let asked = 0;
  return {
    async find({ query, now, through, most }) {
      asked += 1;
      const id = asked;
      await catchUpTo(through, keeper, index);
      const question = { query, sort: 'relevance', now, to: most } as const;
      const ranking = await Ranking.of(question, keeper.catalogue, index, () => id !== asked);
      storeBehind(keeper);
      const records = ranking === null ? [] : await readByOrders(store, await ranking.orders(0, most));
      return records.filter((record) => record !== undefined).map(({ slug, headline }) => ({ slug, headline }));
    },
    refreshIndex: () => index.refresh(),
  };
}
