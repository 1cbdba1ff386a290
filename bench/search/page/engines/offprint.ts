import { openDB } from 'idb';
import type { Question } from '../../../../core/library/search.ts';
import { type CatalogueKeeper, openCatalogueKeeper } from '../../../../services/search/catalogue-keeper.ts';
import { openEngine, type SearchEngine } from '../../../../services/search/engine.ts';
import { AnyFacets, firstPages } from '../../../../services/search/facet-pages.ts';
import { type IndexView, openIndexView } from '../../../../services/search/index-view.ts';
import { Ranking } from '../../../../services/search/ranking.ts';
import { saveArticle } from '../../../../storage/save-article.ts';
import { openStore, type Store } from '../../../../storage/store.ts';
import type { BenchQuery } from '../../queries/bench-query.ts';
import type { Engine } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import { fillIndex, storeArticles } from './offprint-fill.ts';
import { bundleOf, orderOf, recordsOf } from './offprint-records.ts';
import { queryOf } from './offprint-terms.ts';
import { bytesByKind } from './record-database.ts';

interface Opened {
  readonly store: Store;
  readonly keeper: CatalogueKeeper;
  readonly index: IndexView;
}

/**
 * The product: its store, catalogue and index, put together as `openEngine` does, so that finding, ranking and counting
 * can be measured without reading and marking rows, which the peers do not do either.
 */
export function createOffprint(): Engine {
  let opened: Opened | null = null;
  let engine: Promise<SearchEngine> | null = null;
  const parts = () => {
    if (opened === null) throw new Error('the library is not open');
    return opened;
  };
  const rank = async (query: BenchQuery | null, limit: number) => {
    const { keeper, index } = parts();
    const ranking = await Ranking.of(questionOf(query, limit), keeper.catalogue, index, () => false);
    if (ranking === null) throw new Error('the search was cancelled');
    return ranking;
  };
  return {
    async build(batches) {
      const store = openStore();
      const [storing, indexing] = [new Stopwatch(), new Stopwatch()];
      for await (const batch of batches) await storing.time(() => storeArticles(store, batch));
      await indexing.time(() => fillIndex(store));
      const keeper = await openCatalogueKeeper(store);
      await keeper.store();
      await store.close();
      return { storeMs: storing.total, indexMs: indexing.total };
    },
    async open() {
      const store = openStore();
      const damaged = (segment: number) => {
        throw new Error(`segment ${segment} is damaged`);
      };
      const [keeper, index] = await Promise.all([openCatalogueKeeper(store), openIndexView(store, damaged)]);
      opened = { store, keeper, index };
    },
    async search(query, limit) {
      const ranking = await rank(query, limit);
      const orders = await ranking.orders(0, limit);
      return { total: ranking.total, ordinals: orders.map((order) => order - orderOf(0)) };
    },
    async facets(query) {
      const selection = await (await rank(query, 50)).selection();
      const asked = query === null ? ({ kind: 'all' } as const) : queryOf(query);
      const pages = firstPages(asked, selection, await AnyFacets.of(asked, async () => selection).then(present));
      return pages.topics.total + pages.entities.total;
    },
    async wholeAnswer(query) {
      engine ??= openEngine(parts().store);
      const answer = await (await engine).ask(questionOf(query, 50));
      (await engine).close(present(answer).id);
      return present(answer).rows.length;
    },
    async save(added) {
      const { store, keeper, index } = parts();
      const [saving, putting] = [new Stopwatch(), new Stopwatch()];
      const outcome = await saving.time(() => saveArticle(store, bundleOf(added.article), Date.now()));
      if (!outcome.ok) throw new Error(outcome.problem.kind);
      await putting.time(await rawPut(added));
      await keeper.catchUp();
      await index.refresh();
      return { save: saving.total, rawPut: putting.total };
    },
    bytes: () => parts().store.read((database) => bytesByKind(database.transaction('index-records').store)),
    async close() {
      await opened?.store.close();
    },
  };
}

/** The floor of opening: the same database, and one article out of it. */
export function createFloor(): Engine {
  let database: Awaited<ReturnType<typeof openDB>> | null = null;
  return {
    build: () => Promise.reject(new Error('the floor has nothing of its own')),
    async open() {
      database = await openDB('offprint');
    },
    async search() {
      await database?.getFromIndex('articles', 'by-order', orderOf(0));
      return { total: null, ordinals: [] };
    },
    async close() {
      database?.close();
    },
  };
}

function questionOf(query: BenchQuery | null, to: number): Question {
  const asked = query === null ? ({ kind: 'all' } as const) : queryOf(query);
  return { query: asked, sort: 'relevance', now: Date.now(), from: 0, to, through: 0 };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('the search was cancelled');
  return value;
}

/** Opens a database with two stores and nothing else; answers the strict put of the article's two records into it. */
async function rawPut(added: Parameters<typeof recordsOf>[0]): Promise<() => Promise<void>> {
  const { record, body } = recordsOf(added);
  const database = await openDB('raw-put', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('articles', { keyPath: 'slug' });
      fresh.createObjectStore('bodies', { keyPath: 'slug' });
    },
  });
  return async () => {
    const transaction = database.transaction(['articles', 'bodies'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('articles').put(record);
    transaction.objectStore('bodies').put(body);
    await transaction.done;
    database.close();
  };
}
