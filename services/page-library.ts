import type { OwnData } from '../core/library/records.ts';
import { problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { removeArticle, restoreArticle } from '../storage/bin.ts';
import { changeOwnData } from '../storage/own-data.ts';
import { countArticles, readAll, readArticle, readNewest, readRecord } from '../storage/read-articles.ts';
import type { Store } from '../storage/store.ts';
import type { Library, Mark } from './library.ts';
import { send } from './send.ts';
import { refreshArticleTabs } from './toolbar.ts';

const MARKED_AT = { read: 'readAt', starred: 'starredAt', archived: 'archivedAt' } as const satisfies Record<
  Mark,
  keyof OwnData
>;

/** The library as an extension page uses it: straight to the database, and to the background for the network. */
export function createLibrary(store: Store, now: () => number): Library {
  const changeArticle = async (slug: string, write: () => Promise<Result<boolean>>): Promise<Result<null>> => {
    const changed = await write();
    await refreshArticleTabs(store, slug);
    return foundOrNot(changed);
  };

  return {
    newest: (limit) => readNewest(store, limit),
    all: (receive, signal) => readAll(store, receive, signal),
    count: () => countArticles(store),
    record: (slug) => readRecord(store, slug),
    read: (slug) => readArticle(store, slug),
    remove: (slug) => changeArticle(slug, () => removeArticle(store, slug, now())),
    restore: (slug) => changeArticle(slug, () => restoreArticle(store, slug, now())),
    async mark(slug, mark, on) {
      const at = now();
      const change = (own: OwnData): OwnData => ({ ...own, [MARKED_AT[mark]]: on ? at : null });
      return foundOrNot(await changeOwnData(store, slug, at, change));
    },
    async refresh(slug) {
      const answer = await send({ type: 'refresh-article', slug });
      if (!answer.ok) return answer;
      const { value } = answer;
      if (value.outcome === 'queued') return fail(value.problem);
      return succeed(value.outcome === 'unchanged' ? 'unchanged' : 'updated');
    },
    subscribe: (listener) => store.announcements.subscribe(listener),
  };
}

function foundOrNot(changed: Result<boolean>): Result<null> {
  if (!changed.ok) return changed;
  return changed.value ? succeed(null) : fail(problem('not-in-library'));
}
