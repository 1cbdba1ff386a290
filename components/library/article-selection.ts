import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  ALL_SELECTED,
  begunAt,
  NOTHING_SELECTED,
  type Selection,
  selectedCount,
  selectedSlugs,
  stretchedOver,
  toggled,
  withoutGone,
} from '../../core/library/selection.ts';
import { printQuery } from '../../core/query/print-query.ts';
import type { Query } from '../../core/query/query.ts';
import type { Library } from '../../services/library.ts';
import type { ShownArticles } from './shown-articles.ts';

/** The articles a person has picked out of the list, for as long as the query stays the same. */
export interface ArticleSelection {
  readonly selected: ReadonlySignal<Selection>;
  readonly count: ReadonlySignal<number>;
  toggle(slug: string): void;
  /** Selects an article for a range to begin at. */
  begin(slug: string): void;
  /** Selects from the last article that was touched to the one at `index`, in the place of the last range. */
  extendTo(index: number): void;
  /** Selects everything found, now and while the selection lasts; nothing before the query is answered. */
  selectAll(): void;
  clear(): void;
  /** The slugs of all that are selected: asked of the search engine where they are not here. */
  slugs(): Promise<readonly string[]>;
  /** Follows the query and the library until the answered function is called. */
  start(): () => void;
}

export function createArticleSelection(
  library: Library,
  shown: ReadonlySignal<ShownArticles>,
  query: ReadonlySignal<Query>,
): ArticleSelection {
  const selected = signal(NOTHING_SELECTED);
  const queryText = computed(() => printQuery(query.value));

  /** Everything found, in the order of the list. An answer that gives way to the next one meanwhile is no failure. */
  async function found(): Promise<readonly string[]> {
    const { answer } = shown.peek();
    if (answer === null) return [];
    try {
      return await library.search.slugs(answer.id);
    } catch (error) {
      if (shown.peek().answer === answer) throw error;
      return found();
    }
  }
  function begin(slug: string) {
    selected.value = begunAt(selected.peek(), slug);
  }
  async function extend(index: number): Promise<void> {
    const { anchor } = selected.peek();
    const slug = shown.peek().at(index)?.record.slug;
    if (anchor === null) {
      if (slug !== undefined) begin(slug);
      return;
    }
    const text = queryText.peek();
    const range = shownRange(shown.peek(), anchor, index) ?? rangeOf(await found(), anchor, index);
    if (queryText.peek() === text) selected.value = stretchedOver(selected.peek(), range);
  }
  return {
    selected,
    count: computed(() => selectedCount(selected.value, shown.value.total)),
    toggle(slug) {
      selected.value = toggled(selected.peek(), slug);
    },
    begin,
    // What cannot be read is not selected; that it cannot be read is told where the list is.
    extendTo: (index) => void extend(index).catch(() => {}),
    selectAll() {
      const { answer, total, query: asked } = shown.peek();
      const isOfThisQuery = answer !== null && printQuery(asked) === queryText.peek();
      if (isOfThisQuery && total > 0) selected.value = ALL_SELECTED;
    },
    clear() {
      selected.value = NOTHING_SELECTED;
    },
    async slugs() {
      const now = selected.peek();
      return selectedSlugs(now, now.kind === 'some' ? [] : await found());
    },
    start() {
      const stopFollowing = library.subscribe(({ kind, slug }) => {
        if (kind === 'remove') selected.value = withoutGone(selected.peek(), slug);
      });
      let text = queryText.peek();
      const stopClearing = effect(() => {
        if (queryText.value === text) return;
        text = queryText.value;
        selected.value = NOTHING_SELECTED;
      });
      return () => {
        stopFollowing();
        stopClearing();
      };
    },
  };
}

/** The slugs from `anchor` to `index`; null when one of the rows is not here. */
function shownRange(shown: ShownArticles, anchor: string, index: number): readonly string[] | null {
  const start = shown.indexOf(anchor);
  if (start < 0) return null;
  const slugs: string[] = [];
  for (let place = Math.min(start, index); place <= Math.max(start, index); place += 1) {
    const row = shown.at(place);
    if (row === undefined || !shown.isHere(place)) return null;
    slugs.push(row.record.slug);
  }
  return slugs;
}

function rangeOf(found: readonly string[], anchor: string, index: number): readonly string[] {
  const start = found.indexOf(anchor);
  return start < 0 ? found.slice(index, index + 1) : found.slice(Math.min(start, index), Math.max(start, index) + 1);
}
