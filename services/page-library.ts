import { changedOwn } from '../core/library/own-change.ts';
import { succeed } from '../core/result.ts';
import { removeArticle, restoreArticle } from '../storage/bin.ts';
import { changeOwnData } from '../storage/own-data.ts';
import { countArticles, readArticle, readNewest, readRecord } from '../storage/read-articles.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Store } from '../storage/store.ts';
import { foundOrNot, thenShow } from './change-article.ts';
import { changeAll, removeAll, restoreAll } from './change-library.ts';
import type { Library } from './library.ts';
import type { FollowedSearch } from './search/library-search.ts';
import { SearchFailed } from './search/worker-messages.ts';
import { send } from './send.ts';

/** The library as an extension page uses it: straight to the database, and to the background for the network. */
export function createLibrary(store: Store, search: FollowedSearch, now: () => number): Library {
  return {
    newest: (limit) => readNewest(store, limit),
    search,
    count: () => countArticles(store),
    record: (slug) => readRecord(store, slug),
    read: (slug) => readArticle(store, slug),
    problemOf: (thrown) => (thrown instanceof SearchFailed ? thrown.problem : storageProblem(thrown)),
    remove: (slug) => thenShow(store, foundOrNot(removeArticle(store, slug, now())), slug),
    restore: (slug) => thenShow(store, foundOrNot(restoreArticle(store, slug, now())), slug),
    change(slug, change) {
      const at = now();
      return foundOrNot(changeOwnData(store, slug, at, (own) => changedOwn(own, change, at)));
    },
    changeAll: (slugs, change, work) => changeAll(store, slugs, now(), change, work),
    removeAll: (slugs, work) => thenShow(store, removeAll(store, slugs, now(), work)),
    restoreAll: (slugs, work) => thenShow(store, restoreAll(store, slugs, now(), work)),
    async refresh(slug) {
      const answer = await send({ type: 'refresh-article', slug });
      if (!answer.ok) return answer;
      const { outcome } = answer.value;
      return succeed(outcome === 'saved' ? 'updated' : outcome);
    },
    subscribe: (listener) => store.announcements.subscribe(listener),
  };
}
