import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SearchResult } from '../../core/catalogue/catalogue.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../core/library/preferences.ts';
import { parseRoute, printRoute, type Route } from '../../core/library/route.ts';
import { type ParsedQuery, parseQuery } from '../../core/query/parse-query.ts';
import { printQuery } from '../../core/query/print-query.ts';
import { ALL, type Query } from '../../core/query/query.ts';
import type { QueryError } from '../../core/query/query-error.ts';
import { createToasts, type Toasts } from '../shell/toasts.ts';
import type { Cursor } from './cursor.ts';
import type { LibraryPageServices } from './page-services.ts';
import { createSavedArticles, type SavedArticles } from './saved-articles.ts';
import type { ListPlace } from './use-window-virtualizer.ts';

/**
 * The state of the page. Everything a person can link to follows from the hash; what is kept beside it is only where
 * the eye was: the current article, and how far each list was scrolled.
 */
export interface PageModel {
  readonly services: LibraryPageServices;
  readonly articles: SavedArticles;
  readonly toasts: Toasts;
  /** Null until they are read. */
  readonly preferences: ReadonlySignal<Preferences | null>;
  readonly route: ReadonlySignal<Route>;
  /** What is in the search box. */
  readonly queryText: ReadonlySignal<string>;
  /** The last query that made sense. */
  readonly query: ReadonlySignal<Query>;
  readonly queryError: ReadonlySignal<QueryError | null>;
  readonly results: ReadonlySignal<SearchResult>;
  /** The article the keyboard is on. */
  readonly cursor: Signal<Cursor | null>;
  readonly helpOpen: Signal<boolean>;
  /** Where the lists that were left were scrolled to, by hash. */
  readonly places: Map<string, ListPlace>;
  /** The hash of the list to go back to. */
  readonly listHash: ReadonlySignal<string>;
  narrow(query: Query): void;
  retry(): void;
  start(): () => void;
}

export function createPageModel(services: LibraryPageServices): PageModel {
  const { location, library, now } = services;
  const articles = createSavedArticles(library);
  const preferences = signal<Preferences | null>(null);
  const route = computed(() => parseRoute(location.hash.value));
  const listHash = signal('#/');
  const queryText = computed(() => (route.value.page === 'list' ? route.value.queryText : ''));
  const parsed = computed<ParsedQuery>(() => parseQuery(listQueryText(listHash.value)));
  const query = signal<Query>(ALL);
  let stopReading = () => {};

  effect(() => {
    if (route.value.page === 'list') listHash.value = printRoute(route.value);
  });
  effect(() => {
    if (parsed.value.ok) query.value = parsed.value.query;
  });
  return {
    services,
    articles,
    toasts: createToasts(services.after),
    preferences,
    route,
    queryText,
    query,
    queryError: computed(() => (parsed.value.ok ? null : parsed.value.error)),
    results: computed(() => {
      articles.version.value;
      return articles.search(query.value, now());
    }),
    cursor: signal<Cursor | null>(null),
    helpOpen: signal(false),
    places: new Map(),
    listHash,
    narrow: (next) => location.go(printRoute({ page: 'list', queryText: printQuery(next) })),
    retry() {
      stopReading();
      stopReading = articles.start();
    },
    start() {
      stopReading = articles.start();
      const unsubscribe = services.preferences.subscribe((next) => {
        preferences.value = next;
      });
      const take = (loaded: Preferences) => {
        preferences.value = loaded;
      };
      services.preferences.load().then(take, () => take(DEFAULT_PREFERENCES));
      return () => {
        stopReading();
        unsubscribe();
      };
    },
  };
}

function listQueryText(hash: string): string {
  const route = parseRoute(hash);
  return route.page === 'list' ? route.queryText : '';
}
