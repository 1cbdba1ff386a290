import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SavedSearchRecord } from '../../core/library/records.ts';
import type { SavedSearches } from '../../services/saved-searches.ts';
import { problemMessage } from '../problem-message.ts';
import type { Toasts } from '../shell/toasts.ts';
import type { Translate } from '../translation.ts';

/** A search as the page shows it: the canonical text of its query, and its order. */
export type OpenSearch = Pick<SavedSearchRecord, 'query' | 'sort'>;

export interface SearchShelfParts {
  readonly searches: SavedSearches;
  /** How many articles a search finds that came after the last look at it. */
  readonly countNew: (search: SavedSearchRecord) => Promise<number>;
  /** The search that is open; null when everything is shown, or the query makes no sense. */
  readonly open: ReadonlySignal<OpenSearch | null>;
  /** Changes with every change of the library. */
  readonly version: ReadonlySignal<unknown>;
  readonly toasts: Toasts;
  readonly t: Translate;
}

/** The searches a reader keeps. Having one open is a look at it, for as long as the page can be seen. */
export interface SearchShelf {
  /** The oldest first; null until they are read. */
  readonly kept: ReadonlySignal<readonly SavedSearchRecord[] | null>;
  /** How many new articles each has, by name. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The name of the kept search that is open, if one is. */
  readonly openName: ReadonlySignal<string | null>;
  /** Whether something is open that could be kept. */
  readonly canSave: ReadonlySignal<boolean>;
  /** Keeps what is open; answers with what is wrong with the name, or null when it is kept. */
  save(name: string): Promise<string | null>;
  rename(from: string, to: string): Promise<string | null>;
  remove(name: string): Promise<void>;
  /** Follows the library until the answered function is called. */
  start(): () => void;
}

export function createSearchShelf({ searches, countNew, open, version, toasts, t }: SearchShelfParts): SearchShelf {
  const kept = signal<readonly SavedSearchRecord[] | null>(null);
  const counts = signal<ReadonlyMap<string, number>>(new Map());
  const openName = computed(() => kept.value?.find((search) => isSame(search, open.value))?.name ?? null);
  let isStopped = true;
  let isFollowing = false;
  let isStale = false;

  /** Looks at what is open, and reads and counts again; what happens meanwhile makes it go once more. */
  async function follow(): Promise<void> {
    isStale = true;
    if (isFollowing) return;
    isFollowing = true;
    while (isStale && !isStopped) {
      isStale = false;
      await readOnce().catch((thrown: unknown) => console.warn('Offprint:', thrown));
    }
    isFollowing = false;
  }
  async function readOnce(): Promise<void> {
    const name = openName.peek();
    if (name !== null && document.visibilityState === 'visible') await searches.look(name);
    kept.value = await searches.list();
    const counted = new Map<string, number>();
    for (const search of kept.peek() ?? []) counted.set(search.name, await countNew(search));
    counts.value = counted;
  }
  async function put(name: string, writing: ReturnType<SavedSearches['save']>): Promise<string | null> {
    const outcome = await writing;
    void follow();
    if (!outcome.ok) return problemMessage(outcome.problem.kind, t);
    return outcome.value === 'name-taken' ? t('library.searches.nameTaken', [name]) : null;
  }
  /** Undoes a step; what stands in the way is told. */
  async function takeBack(name: string, writing: ReturnType<SavedSearches['save']>): Promise<void> {
    const wrong = await put(name, writing);
    if (wrong !== null) toasts.show(wrong);
  }
  return {
    kept,
    counts,
    openName,
    canSave: computed(() => kept.value !== null && open.value !== null && openName.value === null),
    async save(name) {
      const search = open.peek();
      return search === null ? null : put(name, searches.save({ name, query: search.query, sort: search.sort }));
    },
    async rename(from, to) {
      const wrong = await put(to, searches.rename(from, to));
      if (wrong === null && from !== to) {
        toasts.show(t('library.searches.renamed', [from, to]), () => void takeBack(from, searches.rename(to, from)));
      }
      return wrong;
    },
    async remove(name) {
      const outcome = await searches.remove(name);
      void follow();
      if (!outcome.ok) toasts.show(problemMessage(outcome.problem.kind, t));
      const removed = outcome.ok ? outcome.value : null;
      if (removed === null) return;
      toasts.show(t('library.searches.removed', [name]), () => void takeBack(name, searches.restore(removed)));
    },
    start() {
      isStopped = false;
      const again = () => void follow();
      const stopFollowing = effect(() => {
        version.value;
        openName.value;
        again();
      });
      // Another page may have changed them, and coming back to a search is a look at it.
      document.addEventListener('visibilitychange', again);
      window.addEventListener('focus', again);
      return () => {
        isStopped = true;
        stopFollowing();
        document.removeEventListener('visibilitychange', again);
        window.removeEventListener('focus', again);
      };
    },
  };
}

function isSame(search: SavedSearchRecord, open: OpenSearch | null): boolean {
  return open !== null && search.query === open.query && search.sort === open.sort;
}
