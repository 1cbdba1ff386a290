import type { ArticleRecord } from '../../core/library/records.ts';
import type { ExportScope } from '../../core/transfer/export-request.ts';
import type { Store } from '../../storage/store.ts';
import { takeInventory } from '../backup/library-contents.ts';
import { openEngine } from '../search/engine.ts';

/** Slugs of what an export takes, in its order. */
export interface ChosenArticles {
  readonly articles: readonly string[];
  readonly binned: readonly string[];
}

/** An export asks once: it needs no index in memory for the next question. */
const CACHE_BYTES = 1 << 22;
const BATCH = 200;

/** The articles of `scope` as the library is now: the newest save first, but those chosen by hand in the order of the choice. */
export async function chosenArticles(store: Store, scope: ExportScope, now: number): Promise<ChosenArticles> {
  switch (scope.kind) {
    case 'all':
      return takeInventory(store, null);
    case 'articles':
      return { articles: scope.slugs, binned: [] };
    case 'query': {
      const engine = await openEngine(store, { cacheBytes: CACHE_BYTES });
      const through = Number.POSITIVE_INFINITY;
      const answer = await engine.ask({ query: scope.query, sort: 'saved', now, from: 0, to: 0, through });
      return { articles: answer === null ? [] : await engine.slugs(answer.id), binned: [] };
    }
  }
}

/** The records of these articles without their bodies, in their order, without those that are no longer there. */
export async function* lightRecords(store: Store, slugs: readonly string[]): AsyncGenerator<ArticleRecord> {
  for (let from = 0; from < slugs.length; from += BATCH) {
    const batch = slugs.slice(from, from + BATCH);
    const records = await store.read((database) => {
      const articles = database.transaction('articles').store;
      return Promise.all(batch.map((slug) => articles.get(slug)));
    });
    yield* records.filter((record) => record !== undefined);
  }
}
