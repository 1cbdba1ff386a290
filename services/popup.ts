import browser, { type Tabs } from 'webextension-polyfill';
import { headlineOfTitle, slugOfAddress } from '../core/article/identity.ts';
import type { ArticleRecord, QueueRecord } from '../core/library/records.ts';
import { printRoute } from '../core/library/route.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { PageDescription, SaveAnswer } from '../core/protocol.ts';
import type { Result } from '../core/result.ts';
import { fail } from '../core/result.ts';
import { removeArticle, restoreArticle } from '../storage/bin.ts';
import { readQueueEntry } from '../storage/queue.ts';
import { readNewest, readRecord } from '../storage/read-articles.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Store } from '../storage/store.ts';
import { askForDescription } from './ask-page.ts';
import { foundOrNot, thenShow } from './change-article.ts';
import { openLibrary } from './open-library.ts';
import type { LibraryState, Safekeeping } from './safekeeping/safekeeping.ts';
import { send } from './send.ts';
import { askForSite, isSiteAllowed } from './site-access.ts';

/** A state of the library in which nothing of it can be read, that is no failure. */
export type UnreadyState = Extract<LibraryState, { kind: 'restoring' | 'blocked' | 'superseded' }>;

/** What the popup is about, as far as the browser and the database know it. */
export type PopupSubject =
  /** The library cannot be read. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The library is not ready yet: whether the tab's article is saved cannot be said. */
  | { readonly kind: 'waiting'; readonly state: UnreadyState }
  /** The site's permission was withdrawn (Firefox lets people do that), and the tab may well be an article. */
  | { readonly kind: 'no-access' }
  | { readonly kind: 'no-article'; readonly recent: readonly ArticleRecord[] }
  | {
      readonly kind: 'article';
      readonly slug: string;
      /** The tab's title without the site's name, until the page or the record says better. */
      readonly title: string;
      readonly record: ArticleRecord | null;
      readonly queued: QueueRecord | null;
    };

export interface PopupService {
  /** Finds out what the active tab shows; works from its address alone, with or without a content script in it. */
  subject(): Promise<PopupSubject>;
  /** What the page says of itself, or null where no content script answers. */
  describePage(): Promise<PageDescription | null>;
  save(): Promise<SaveAnswer>;
  remove(slug: string): Promise<Result<null>>;
  restore(slug: string): Promise<Result<null>>;
  /** Asks the person for the site's permission; true when it is granted. Must run in a click's handler. */
  allowAccess(): Promise<boolean>;
  openSearch(queryText: string): Promise<void>;
  /** Calls `listener` when the subject may be another one; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

const RECENT = 5;

/** The popup's service over the real browser and database. */
export function createPopupService(store: Store, safekeeping: Safekeeping): PopupService {
  let activeTab = findActiveTab();

  const findSubject = async (): Promise<PopupSubject> => {
    const tab = await activeTab;
    const slug = tab?.url === undefined ? null : slugOfAddress(tab.url);
    if (slug !== null) {
      const [allowed, record, queued] = await Promise.all([
        isSiteAllowed(),
        readRecord(store, slug),
        readQueueEntry(store, slug),
      ]);
      if (!allowed && record === null) return { kind: 'no-access' };
      return { kind: 'article', slug, title: headlineOfTitle(tab?.title ?? ''), record, queued };
    }
    if (tab?.url === undefined && !(await isSiteAllowed())) return { kind: 'no-access' };
    return { kind: 'no-article', recent: await readNewest(store, RECENT) };
  };

  return {
    async subject() {
      const state = safekeeping.state();
      if (isUnready(state)) return { kind: 'waiting', state };
      return findSubject().catch((thrown: unknown) => ({ kind: 'failed', problem: storageProblem(thrown) }));
    },
    async describePage() {
      const tabId = (await activeTab)?.id;
      return tabId === undefined ? null : askForDescription(tabId);
    },
    async save() {
      const tabId = (await activeTab)?.id;
      return tabId === undefined ? fail(problem('not-an-article-page')) : send({ type: 'save-tab', tabId });
    },
    remove: (slug) => thenShow(store, foundOrNot(removeArticle(store, slug, Date.now())), slug),
    restore: (slug) => thenShow(store, foundOrNot(restoreArticle(store, slug, Date.now())), slug),
    async allowAccess() {
      const isAllowed = await askForSite();
      activeTab = findActiveTab(); // Its address may be told only now.
      return isAllowed;
    },
    openSearch: (queryText) => openLibrary(printRoute({ page: 'list', queryText })),
    subscribe(listener) {
      const stops = [store.announcements.subscribe(listener), safekeeping.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function isUnready(state: LibraryState): state is UnreadyState {
  return state.kind === 'restoring' || state.kind === 'blocked' || state.kind === 'superseded';
}

/**
 * The tab the popup acts on. Where the popup is itself a tab (Firefox for Android shows it so), that is the tab the
 * person came from.
 */
async function findActiveTab(): Promise<Tabs.Tab | null> {
  const [own, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  const others = tabs.filter(({ id }) => id !== own?.id);
  const active = others.find((tab) => tab.active);
  const lastUsed = others.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return active ?? lastUsed ?? null;
}
