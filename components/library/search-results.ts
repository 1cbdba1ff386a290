import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Sort } from '../../core/library/search.ts';
import type { Problem } from '../../core/problem.ts';
import { ALL, type Query } from '../../core/query/query.ts';
import type { Library } from '../../services/library.ts';
import type { IndexProgress } from '../../services/search/library-search.ts';
import { NOTHING_SHOWN, ShownArticles, shownOf } from './shown-articles.ts';

/**
 * What the page knows of the library: the newest few at once, then what the search engine answers, asked again after
 * every change of any context. What was answered stays on show until the next answer is here.
 */
export interface SearchResults {
  /** `first`: only the newest articles are here; `complete`: a question was answered. */
  readonly phase: ReadonlySignal<'loading' | 'first' | 'complete' | 'failed'>;
  /** What reading met when the phase is `failed`. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly shown: ReadonlySignal<ShownArticles>;
  /** How many articles are saved. */
  readonly total: ReadonlySignal<number>;
  /** Grows whenever asking again may find something else: after a change, and after the index was written. */
  readonly version: ReadonlySignal<number>;
  /** What is still missing in the index; null when nothing is. */
  readonly progress: ReadonlySignal<IndexProgress | null>;
  /** Asks for something else; what is asked for now and not answered yet no longer counts. */
  ask(query: Query, sort: Sort): void;
  /** Says which rows are looked at: those that are not here are fetched. */
  need(from: number, to: number): void;
  /** Reads the library and follows it until the answered function is called. */
  start(): () => void;
}

/** Rows drawn before the engine has answered, and rows fetched at a time. A question asks for those in the window. */
const PAGE = 20;

export function createSearchResults(library: Library, now: () => number): SearchResults {
  const { search } = library;
  const phase = signal<'loading' | 'first' | 'complete' | 'failed'>('loading');
  const problem = signal<Problem | null>(null);
  const shown = signal(NOTHING_SHOWN);
  const total = signal(0);
  const version = signal(0);
  const progress = signal<IndexProgress | null>(null);
  let question: { readonly query: Query; readonly sort: Sort } = { query: ALL, sort: 'relevance' };
  let view = { from: 0, to: PAGE };
  let through = 0;
  let asked = 0;
  let asking = false;
  let isStale = false;
  /** Aborted while nothing is read. */
  let reading = AbortSignal.abort();
  const fetching = new Set<number>();

  function fail(error: unknown) {
    if (reading.aborted) return;
    console.error('The library could not be read', error);
    problem.value = library.problemOf(error);
    phase.value = 'failed';
  }
  async function send(): Promise<void> {
    const stopped = reading;
    asked += 1;
    const mine = asked;
    const { query, sort } = question;
    const { from, to } = view;
    asking = true;
    isStale = false;
    const answer = await search.ask({ query, sort, now: now(), from, to, through }).finally(() => {
      if (mine === asked) asking = false;
    });
    if (answer === null) return;
    if (mine !== asked || stopped.aborted) {
      search.close(answer.id);
      return;
    }
    const before = shown.peek();
    const isSame = before.query === query && before.sort === answer.sort;
    show(isSame ? before.followedBy(answer, from) : shownOf(query, answer, from));
    if (isStale) again();
  }
  function show(next: ShownArticles) {
    const before = shown.peek().answer;
    fetching.clear();
    batch(() => {
      shown.value = next;
      phase.value = 'complete';
      if (next.query.kind === 'all') total.value = next.total;
    });
    if (before !== null) search.close(before.id);
  }
  function again() {
    if (asking) isStale = true;
    else send().catch(fail);
  }
  async function readFirst(stopped: AbortSignal): Promise<void> {
    const [newest, count] = await Promise.all([library.newest(PAGE), library.count()]);
    if (stopped.aborted || phase.peek() !== 'loading') return;
    total.value = count;
    if (question.query.kind !== 'all') return;
    const rows = newest.map((record, index) => [index, { record, snippet: null }] as const);
    shown.value = new ShownArticles(ALL, count, null, new Map(rows));
    phase.value = 'first';
  }
  /** Fetches a page of rows that someone looks at, once. */
  async function fetchPage(number: number): Promise<void> {
    const { answer } = shown.peek();
    if (answer === null || fetching.has(number)) return;
    fetching.add(number);
    const rows = await search.rows(answer.id, number * PAGE, (number + 1) * PAGE);
    if (shown.peek().answer === answer) shown.value = shown.peek().with(number * PAGE, rows);
  }
  async function count(): Promise<void> {
    total.value = await library.count();
  }
  return {
    phase,
    problem,
    shown,
    total,
    version,
    progress,
    ask(query, sort) {
      if (query === question.query && sort === question.sort) return;
      view = { from: 0, to: Math.min(PAGE, view.to - view.from) };
      question = { query, sort };
      if (!reading.aborted) send().catch(fail);
    },
    need(from, to) {
      view = { from, to };
      const results = shown.peek();
      for (let index = from; index < Math.min(to, results.total); index += 1) {
        if (!results.isHere(index)) fetchPage(Math.floor(index / PAGE)).catch(() => {});
      }
    },
    start() {
      const running = new AbortController();
      reading = running.signal;
      phase.value = 'loading';
      shown.value = NOTHING_SHOWN;
      const stopFollowing = library.subscribe(({ kind, sequence }) => {
        if (kind === 'queue' || kind === 'unqueue') return;
        through = Math.max(through, sequence);
        version.value += 1;
        count().catch(fail);
        again();
      });
      const stopHearing = search.subscribe((next) => {
        progress.value = next;
        version.value += 1;
        again();
      });
      readFirst(reading).catch(fail);
      send().catch(fail);
      return () => {
        running.abort();
        stopFollowing();
        stopHearing();
      };
    },
  };
}
