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
