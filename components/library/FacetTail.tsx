import type { JSX } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FacetValue } from '../../core/catalogue/facet.ts';
import { nameFilter } from '../../core/catalogue/name-filter.ts';
import type { Answer } from '../../core/library/search.ts';
import { useTranslate } from '../translation.ts';
import { type ChooseValue, FacetValueRow } from './FacetValueRow.tsx';
import { type FacetValueView, type FacetView, isChosen } from './facet-view.ts';
import { useNumber, usePageModel } from './page-context.ts';
import { useElementVirtualizer } from './use-element-virtualizer.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { ValuePages } from './value-pages.ts';
import { valueSource } from './value-source.ts';
import { createValueTail } from './value-tail.ts';

/** The height of a row whose label takes one line, in CSS pixels. */
const ROW = 30;

export interface FacetTailProps {
  readonly view: FacetView;
  /** What the values belong to. */
  readonly answer: Answer;
  readonly choose: ChooseValue;
  readonly close: () => void;
}

/** A value that was just chosen or let go stays where there are no newer pages yet, so that it keeps the focus. */
interface Held {
  readonly value: FacetValue;
  readonly pages: ValuePages | null;
}

/**
 * All values of a facet, which may be twenty thousand: a box to find some by name, and a list that scrolls, of which
 * only the rows in sight are in the page. Chosen values that no article found has come first.
 */
export function FacetTail({ view, answer, choose, close }: FacetTailProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { search } = usePageModel().services.library;
  const id = useId();
  const [words, setWords] = useState('');
  const [tail] = useState(createValueTail);
  const source = useMemo(() => valueSource(search, answer, view), [search, answer]);
  useLayoutEffect(() => tail.ask(source, words), [tail, source, words]);

  const pages = tail.shown.value;
  const [held, setHeld] = useState<Held | null>(null);
  const first = [...headOf(view, words), ...(held === null || held.pages !== pages ? [] : [view.show(held.value)])];
  const head = first.filter(({ value }, place) => {
    return (pages?.rankOf(value) ?? -1) < 0 && first.findIndex((other) => other.value === value) === place;
  });
  const count = head.length + (pages?.total ?? 0);
  const at = (index: number): FacetValueView | undefined => {
    const value = pages?.at(index - head.length);
    return head[index] ?? (value && view.show(value));
  };
  const indexOf = (value: string) => {
    const first = head.findIndex((shown) => shown.value === value);
    const rank = pages?.rankOf(value) ?? -1;
    return first >= 0 || rank < 0 ? first : head.length + rank;
  };
  const chooseAndHold: ChooseValue = (value, choice) => {
    const shown = at(indexOf(value));
    if (shown !== undefined) setHeld({ value: shown, pages });
    choose(value, choice);
  };
  const box = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(box);
  const focused = focus.value();
  const kept = focused === null ? -1 : indexOf(focused);
  const virtualizer = useElementVirtualizer(box, {
    count,
    keyOf: (index) => at(index)?.value ?? `#${index}`,
    estimate: ROW,
    kept,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useLayoutEffect(() => {
    tail.need(Math.max(0, startIndex - head.length), endIndex + 1);
  }, [tail, source, pages, startIndex, endIndex]);
  useLayoutEffect(() => {
    if (kept >= 0) virtualizer.scrollToIndex(kept, { align: 'auto' });
  }, [virtualizer, kept]);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0;
  }, [pages?.words]);
  const name = t(`library.facet.${view.facet}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from whatever has the focus in here.
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <input
        type="search"
        class="facet-find"
        value={words}
        aria-label={t('library.findIn', [name])}
        placeholder={t('library.findIn', [name])}
        aria-describedby={id}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p id={id} class="facet-note" aria-live="polite">
        {pages === null ? '' : count === 0 ? t('library.noValue') : t('library.values', count, [number(count)])}
      </p>
      <div ref={box} class="facet-tail" {...focus.handlers} {...useRowKeys(box, virtualizer, count)}>
        <ul class="facet-values" style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const value = at(index);
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                class="facet-value"
                data-index={index}
                data-value={value?.value}
                data-choice={value?.choice ?? undefined}
                aria-setsize={count}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {value !== undefined && <FacetValueRow value={value} choose={chooseAndHold} />}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** The chosen values that the engine does not list, because no article found has them. */
function headOf({ facet, values }: FacetView, words: string): readonly FacetValueView[] {
  const isNamed = nameFilter(facet, words);
  return values.filter((value) => isChosen(value) && value.count === 0 && (isNamed?.(value.label) ?? true));
}
