import { type ReadonlySignal, signal } from '@preact/signals';
import { type Catalogue, createCatalogue, type SearchResult } from '../../core/catalogue/catalogue.ts';
import type { ArticleRecord, ChangeRecord } from '../../core/library/records.ts';
import type { Problem } from '../../core/problem.ts';
import type { Query } from '../../core/query/query.ts';
import type { Library } from '../../services/library.ts';

/**
 * The saved articles as the page holds them: the newest few at once, then all of them, then every change of any
 * context as it happens. A change heard while the rest is still being read wins over what that reading brings.
 */
export interface SavedArticles {
  /** `filling`: the newest are here, the rest is being read. */
  readonly phase: ReadonlySignal<'loading' | 'filling' | 'complete' | 'failed'>;
  /** What reading met when the phase is `failed`. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Grows with every change of what `record` and `search` answer. */
  readonly version: ReadonlySignal<number>;
  /** How many articles are saved, also before all of them are read. */
  readonly total: ReadonlySignal<number>;
  record(slug: string): ArticleRecord | undefined;
  search(query: Query, now: number): SearchResult;
  /** Reads the library and follows it until the answered function is called. */
  start(): () => void;
}

/** How many articles are drawn before the rest is read. */
const FIRST_ROWS = 50;

export function createSavedArticles(library: Library): SavedArticles {
  const phase = signal<'loading' | 'filling' | 'complete' | 'failed'>('loading');
  const version = signal(0);
  const total = signal(0);
  const problem = signal<Problem | null>(null);
  let shelf = emptyShelf();

  function take(batch: readonly ArticleRecord[]) {
    for (const record of batch) if (!shelf.changed.has(record.slug)) put(shelf, record);
    version.value += 1;
  }
  async function read(stopped: AbortSignal) {
    const [newest, count] = await Promise.all([library.newest(FIRST_ROWS), library.count()]);
    if (stopped.aborted) return;
    total.value = count;
    take(newest);
    phase.value = 'filling';
    await library.all((batch) => !stopped.aborted && take(batch), stopped);
    if (stopped.aborted) return;
    total.value = shelf.records.size;
    phase.value = 'complete';
  }
  async function follow(slugs: readonly string[]) {
    const records = await Promise.all(slugs.map((slug) => library.record(slug)));
    for (const [position, slug] of slugs.entries()) {
      shelf.changed.add(slug);
      const record = records[position] ?? null;
      // A slug that the site renamed leads to the article's record under its new one.
      if (record?.slug !== slug) drop(shelf, slug);
      if (record !== null) put(shelf, record);
    }
    const count = await library.count();
    total.value = phase.value === 'complete' ? shelf.records.size : count;
    version.value += 1;
  }
  return {
    phase,
    problem,
    version,
    total,
    record: (slug) => shelf.records.get(slug),
    search: (query, now) => shelf.catalogue.search(query, { now, sort: 'saved' }),
    start() {
      const stop = new AbortController();
      const fail = (error: unknown) => {
        if (stop.signal.aborted) return;
        console.error('The library could not be read', error);
        problem.value = library.problemOf(error);
        phase.value = 'failed';
      };
      shelf = emptyShelf();
      phase.value = 'loading';
      const unsubscribe = library.subscribe(oneAtATime((slugs) => follow(slugs).catch(fail)));
      read(stop.signal).catch(fail);
      return () => {
        stop.abort();
        unsubscribe();
      };
    },
  };
}

interface Shelf {
  readonly records: Map<string, ArticleRecord>;
  readonly catalogue: Catalogue;
  /** Articles that changed since the reading began: what is read of them may be older than what is known. */
  readonly changed: Set<string>;
}

function emptyShelf(): Shelf {
  return { records: new Map(), catalogue: createCatalogue(), changed: new Set() };
}

function put({ records, catalogue }: Shelf, record: ArticleRecord) {
  records.set(record.slug, record);
  catalogue.upsert(record);
}

function drop({ records, catalogue }: Shelf, slug: string) {
  records.delete(slug);
  catalogue.remove(slug);
}

/** Gathers the changes that come while earlier ones are being looked up: a thousand imports are a few look-ups. */
function oneAtATime(follow: (slugs: readonly string[]) => Promise<void>): (change: ChangeRecord) => void {
  const waiting = new Set<string>();
  let busy = false;
  async function drain() {
    busy = true;
    while (waiting.size > 0) {
      const slugs = [...waiting];
      waiting.clear();
      await follow(slugs);
    }
    busy = false;
  }
  return ({ kind, slug }) => {
    if (kind === 'queue' || kind === 'unqueue') return;
    waiting.add(slug);
    if (!busy) void drain();
  };
}
