import { type ReadonlySignal, signal } from '@preact/signals';
import type { FacetPage } from '../../core/library/search.ts';
import { ValuePages } from './value-pages.ts';
import type { ValueSource } from './value-source.ts';

/** All values of a facet, of which only the pages that someone looked at are here. */
export interface ValueTail {
  /** Null before the first page is here. What is on show stays until the next is here, so that nothing blinks. */
  readonly shown: ReadonlySignal<ValuePages | null>;
  /** Shows the values of another answer, or those that fit other words; what comes in of others no longer counts. */
  ask(source: ValueSource, words: string): void;
  /** Says which values are looked at, from … to − 1: those that are not here are fetched. */
  need(from: number, to: number): void;
}

/** Values fetched at a time. */
const PAGE = 100;

interface Asked {
  readonly source: ValueSource;
  readonly words: string;
  /** Numbers of the pages that were asked for. */
  readonly fetched: Set<number>;
}

/** A tail that shows nothing yet. */
export function createValueTail(): ValueTail {
  const shown = signal<ValuePages | null>(null);
  let view: readonly [from: number, to: number] = [0, PAGE];
  let asked: Asked | null = null;

  function fetch({ source, words, fetched }: Asked, page: number): Promise<FacetPage> {
    fetched.add(page);
    return source(words, page * PAGE, (page + 1) * PAGE);
  }
  async function begin(mine: Asked): Promise<void> {
    const numbers = [...new Set([0, ...pagesOf(view)])];
    const pages = await Promise.all(numbers.map((page) => fetch(mine, page)));
    if (mine !== asked) return;
    const [first] = pages;
    const empty = new ValuePages(mine.words, first?.total ?? 0);
    shown.value = pages.reduce((all, { values }, place) => all.with((numbers[place] ?? 0) * PAGE, values), empty);
  }
  async function go(mine: Asked, page: number): Promise<void> {
    const { values } = await fetch(mine, page);
    if (mine === asked && shown.peek() !== null) shown.value = shown.peek()?.with(page * PAGE, values) ?? null;
  }
  return {
    shown,
    ask(source, words) {
      if (words !== asked?.words) view = [0, PAGE];
      asked = { source, words, fetched: new Set() };
      begin(asked).catch(becauseClosed);
    },
    need(from, to) {
      view = [from, to];
      const mine = asked;
      if (mine === null) return;
      for (const page of pagesOf(view).filter((number) => !mine.fetched.has(number))) {
        go(mine, page).catch(becauseClosed);
      }
    },
  };
}

/** An answer that was closed while it was asked has been followed by another, which is asked in its turn. */
function becauseClosed(): void {}

function pagesOf([from, to]: readonly [number, number]): number[] {
  const first = Math.floor(from / PAGE);
  return Array.from({ length: Math.max(1, Math.ceil(to / PAGE) - first) }, (_, place) => first + place);
}
