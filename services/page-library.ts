import { MARKED_AT, type OwnData } from '../core/library/records.ts';
import { succeed } from '../core/result.ts';
import { removeArticle, restoreArticle } from '../storage/bin.ts';
import { changeOwnData } from '../storage/own-data.ts';
import { countArticles, readAll, readArticle, readNewest, readRecord } from '../storage/read-articles.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Store } from '../storage/store.ts';
import { foundOrNot, thenShow } from './change-article.ts';
import type { Library } from './library.ts';
import { send } from './send.ts';

/** The library as an extension page uses it: straight to the database, and to the background for the network. */
export function createLibrary(store: Store, now: () => number): Library {
  return {
    newest: (limit) => readNewest(store, limit),
    all: (receive, signal) => readAll(store, receive, signal),
    count: () => countArticles(store),
    record: (slug) => readRecord(store, slug),
    read: (slug) => readArticle(store, slug),
    problemOf: storageProblem,
    remove: (slug) => thenShow(store, slug, foundOrNot(removeArticle(store, slug, now()))),
    restore: (slug) => thenShow(store, slug, foundOrNot(restoreArticle(store, slug, now()))),
    mark(slug, mark, on) {
      const at = now();
      const change = (own: OwnData): OwnData => ({ ...own, [MARKED_AT[mark]]: on ? at : null });
      return foundOrNot(changeOwnData(store, slug, at, change));
    },
    async refresh(slug) {
      const answer = await send({ type: 'refresh-article', slug });
      if (!answer.ok) return answer;
      const { outcome } = answer.value;
      return succeed(outcome === 'saved' ? 'updated' : outcome);
    },
    subscribe: (listener) => store.announcements.subscribe(listener),
  };
}
