import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { BinnedArticle } from '../../core/library/bin.ts';
import type { Problem } from '../../core/problem.ts';
import type { Bin } from '../../services/bin.ts';
import type { Library } from '../../services/library.ts';

/** What the page shows of the bin; true to it while it is followed. */
export interface BinContents {
  /** Removed last first; null until it was read. */
  readonly slugs: ReadonlySignal<readonly string[] | null>;
  /** What was looked at so far, by slug. */
  readonly rows: ReadonlySignal<ReadonlyMap<string, BinnedArticle>>;
  /** What reading met; null while it went well. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Says which articles are looked at: those that are not here are read. */
  need(slugs: readonly string[]): void;
  /** Reads the bin and follows it until the answered function is called. */
  start(): () => void;
}

/** Rows that are there at the first drawing. */
const FIRST = 20;

export function createBinContents(bin: Bin, library: Library): BinContents {
  const slugs = signal<readonly string[] | null>(null);
  const rows = signal<ReadonlyMap<string, BinnedArticle>>(new Map());
  const problem = signal<Problem | null>(null);
  /** Taken out and not yet taken off the list: many at once are one drawing. */
  const gone = new Set<string>();
  const asked = new Set<string>();
  let reading = false;
  let isStale = false;

  function fail(error: unknown) {
    console.error('The bin could not be read', error);
    problem.value = library.problemOf(error);
  }
  async function read(): Promise<void> {
    if (reading) {
      isStale = true;
      return;
    }
    reading = true;
    do {
      isStale = false;
      try {
        const list = await bin.slugs();
        await readRows(list.slice(0, FIRST));
        if (!isStale) slugs.value = list;
        problem.value = null;
      } catch (error) {
        fail(error);
      }
    } while (isStale);
    reading = false;
  }
  async function readRows(wanted: readonly string[]): Promise<void> {
    const missing = wanted.filter((slug) => !rows.peek().has(slug) && !asked.has(slug));
    if (missing.length === 0) return;
    for (const slug of missing) asked.add(slug);
    const articles = await bin.read(missing).finally(() => {
      for (const slug of missing) asked.delete(slug);
    });
    rows.value = new Map([...rows.peek(), ...articles.map((article) => [article.slug, article] as const)]);
  }
  function takeOff(slug: string) {
    if (gone.size === 0) {
      queueMicrotask(() => {
        const isLeft = (each: string) => !gone.has(each);
        batch(() => {
          slugs.value = slugs.peek()?.filter(isLeft) ?? null;
          // Removed again, it is there since another day.
          rows.value = new Map([...rows.peek()].filter(([each]) => isLeft(each)));
        });
        gone.clear();
      });
    }
    gone.add(slug);
    // What is being read now may still have it.
    if (reading) isStale = true;
  }
  return {
    slugs,
    rows,
    problem,
    need: (wanted) => void readRows(wanted).catch(fail),
    start() {
      void read();
      return library.subscribe(({ kind, slug }) => {
        if (kind === 'remove') void read();
        else if (kind === 'restore' || kind === 'purge' || kind === 'save') takeOff(slug);
      });
    },
  };
}
