import { type ReadonlySignal, signal } from '@preact/signals';
import type { BinnedArticle } from '../../core/library/bin.ts';
import type { Problem } from '../../core/problem.ts';
import type { Bin } from '../../services/bin.ts';
import type { Library } from '../../services/library.ts';

/** What the page shows of the bin; true to it while it is followed. */
export interface BinContents {
  /** Removed last first; null until it was read. */
  readonly binned: ReadonlySignal<readonly BinnedArticle[] | null>;
  /** What reading met; null while it went well. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Reads the bin and follows it until the answered function is called. */
  start(): () => void;
}

export function createBinContents(bin: Bin, library: Library): BinContents {
  const binned = signal<readonly BinnedArticle[] | null>(null);
  const problem = signal<Problem | null>(null);
  /** Taken out and not yet taken off the list: many at once are one drawing. */
  const gone = new Set<string>();
  let reading = false;
  let isStale = false;

  async function read(): Promise<void> {
    if (reading) {
      isStale = true;
      return;
    }
    reading = true;
    do {
      isStale = false;
      try {
        const list = await bin.list();
        if (!isStale) binned.value = list;
        problem.value = null;
      } catch (error) {
        console.error('The bin could not be read', error);
        problem.value = library.problemOf(error);
      }
    } while (isStale);
    reading = false;
  }
  function takeOff(slug: string) {
    if (gone.size === 0) {
      queueMicrotask(() => {
        const left = binned.peek()?.filter((each) => !gone.has(each.slug)) ?? null;
        gone.clear();
        binned.value = left;
      });
    }
    gone.add(slug);
    // What is being read now may still have it.
    if (reading) isStale = true;
  }
  return {
    binned,
    problem,
    start() {
      void read();
      return library.subscribe(({ kind, slug }) => {
        if (kind === 'remove') void read();
        else if (kind === 'restore' || kind === 'purge' || kind === 'save') takeOff(slug);
      });
    },
  };
}
