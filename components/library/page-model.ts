import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { DEFAULT_PREFERENCES, type Preferences } from '../../core/library/preferences.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { type ChosenSort, parseRoute, printRoute, type Route } from '../../core/library/route.ts';
import type { Sort } from '../../core/library/search.ts';
import { type ParsedQuery, parseQuery } from '../../core/query/parse-query.ts';
import { printQuery } from '../../core/query/print-query.ts';
import { ALL, type Query } from '../../core/query/query.ts';
import type { QueryError } from '../../core/query/query-error.ts';
import { type BackupModel, createBackupModel } from '../backup/backup-model.ts';
import { createLibraryWatch, type LibraryWatch } from '../safekeeping/library-watch.ts';
import { createToasts, type Toasts } from '../shell/toasts.ts';
import { createTransferModel, type TransferModel } from '../transfer/transfer-model.ts';
import { type ArticleSelection, createArticleSelection } from './article-selection.ts';
import type { Cursor } from './cursor.ts';
import type { LibraryPageServices } from './page-services.ts';
import { createSearchResults, type SearchResults } from './search-results.ts';
import type { ShownArticles } from './shown-articles.ts';
import type { ListPlace } from './use-window-virtualizer.ts';

/**
 * The state of the page. Everything a person can link to follows from the hash; what is kept beside it is only where
 * the eye was: the current article, and how far each list was scrolled.
 */
export interface PageModel {
  readonly services: LibraryPageServices;
  readonly watch: LibraryWatch;
  readonly transfer: TransferModel;
  readonly backup: BackupModel;
  /** Whether work goes on that closing the page would stop. */
  readonly isBusy: ReadonlySignal<boolean>;
  readonly articles: SearchResults;
  readonly toasts: Toasts;
  /** Null until they are read. */
  readonly preferences: ReadonlySignal<Preferences | null>;
  readonly route: ReadonlySignal<Route>;
  /** What is in the search box. */
  readonly queryText: ReadonlySignal<string>;
  /** The last query that made sense. */
  readonly query: ReadonlySignal<Query>;
  readonly queryError: ReadonlySignal<QueryError | null>;
  /** The sort that was chosen instead of relevance; null when none was. */
  readonly chosenSort: ReadonlySignal<ChosenSort | null>;
  readonly results: ReadonlySignal<ShownArticles>;
  readonly selection: ArticleSelection;
  /** The article that is open. */
  readonly opened: Signal<ArticleRecord | null>;
  /** The article the keyboard is on. */
  readonly cursor: Signal<Cursor | null>;
  readonly helpOpen: Signal<boolean>;
  /** Where the lists that were left were scrolled to, by hash. */
  readonly places: Map<string, ListPlace>;
  /** The hash of the list to go back to. */
  readonly listHash: ReadonlySignal<string>;
  narrow(query: Query): void;
  sortBy(sort: Sort): void;
  retry(): void;
  start(): () => void;
}

export function createPageModel(services: LibraryPageServices): PageModel {
  const { location, library, now } = services;
  const articles = createSearchResults(library, now);
  const watch = createLibraryWatch(services.safekeeping);
  const transfer = createTransferModel(services.transfer);
  const backup = createBackupModel(services.backup);
  const preferences = signal<Preferences | null>(null);
  const route = computed(() => parseRoute(location.hash.value));
  const listHash = signal('#/');
  const queryText = computed(() => (route.value.page === 'list' ? route.value.queryText : ''));
  const list = computed(() => listOf(listHash.value));
  const parsed = computed<ParsedQuery>(() => parseQuery(list.value.queryText));
  const chosenSort = computed(() => list.value.sort ?? null);
  const query = signal<Query>(ALL);
  const selection = createArticleSelection(library, articles.shown, query);
  let stopReading = () => {};

  effect(() => {
    if (route.value.page === 'list') listHash.value = printRoute(route.value);
  });
  effect(() => {
    if (parsed.value.ok) query.value = parsed.value.query;
  });
  const goTo = (queryText: string, sort: ChosenSort | null) =>
    location.go(printRoute({ page: 'list', queryText, ...(sort !== null && { sort }) }));
  /** Reads the library and follows it. Only what is ready is read: of a library that is being brought back, little is there. */
  function follow(): () => void {
    const stopAsking = effect(() => articles.ask(query.value, chosenSort.value ?? 'relevance'));
    stopReading = articles.start(); // Once it knows the question, or it would ask for everything first.
    const stops = [stopAsking, selection.start(), backup.start()];
    return () => {
      stopReading();
      for (const stop of stops) stop();
    };
  }
  return {
    services,
    watch,
    transfer,
    backup,
    isBusy: computed(() => transfer.isRunning.value || backup.isRunning.value),
    articles,
    toasts: createToasts(services.after),
    preferences,
    route,
    queryText,
    query,
    queryError: computed(() => (parsed.value.ok ? null : parsed.value.error)),
    chosenSort,
    results: articles.shown,
    selection,
    opened: signal<ArticleRecord | null>(null),
    cursor: signal<Cursor | null>(null),
    helpOpen: signal(false),
    places: new Map(),
    listHash,
    narrow: (next) => goTo(printQuery(next), chosenSort.value),
    sortBy: (sort) => goTo(list.value.queryText, sort === 'relevance' ? null : sort),
    retry() {
      stopReading();
      stopReading = articles.start();
    },
    start() {
      const stopWatching = watch.start();
      const stopFollowing = effect(() => (watch.isReady.value ? untracked(follow) : undefined));
      const unsubscribe = services.preferences.subscribe((next) => {
        preferences.value = next;
      });
      const take = (loaded: Preferences) => {
        preferences.value = loaded;
      };
      services.preferences.load().then(take, () => take(DEFAULT_PREFERENCES));
      return () => {
        stopFollowing();
        stopWatching();
        unsubscribe();
      };
    },
  };
}

function listOf(hash: string): Route & { readonly page: 'list' } {
  const route = parseRoute(hash);
  return route.page === 'list' ? route : { page: 'list', queryText: '' };
}
