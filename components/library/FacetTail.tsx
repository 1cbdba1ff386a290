import type { JSX } from 'preact';
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FacetValue } from '../../core/catalogue/facet.ts';
import type { Answer } from '../../core/library/search.ts';
import { useTranslate } from '../translation.ts';
import { type ChooseValue, FacetValueRow } from './FacetValueRow.tsx';
import type { FacetView } from './facet-view.ts';
import { useNumber, usePageModel } from './page-context.ts';
import { tailRows } from './tail-rows.ts';
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
  const standing = held?.pages === pages ? held.value : null;
  const rows = useMemo(() => tailRows(view, words, pages, standing), [view, words, pages, standing]);
  // The same between two scrolls: another one would have every row of the list placed anew.
  const keyOf = useCallback((index: number) => rows.at(index)?.value ?? `#${index}`, [rows]);
  const { count, before } = rows;
  const chooseAndHold: ChooseValue = (value, choice) => {
    const shown = rows.at(rows.indexOf(value));
    if (shown !== undefined) setHeld({ value: shown, pages });
    choose(value, choice);
  };
  const box = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(box);
  const focused = focus.value();
  const kept = focused === null ? -1 : rows.indexOf(focused);
  const virtualizer = useElementVirtualizer(box, {
    count,
    keyOf,
    estimate: ROW,
    kept,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useLayoutEffect(() => {
    tail.need(Math.max(0, startIndex - before), Math.max(0, endIndex - before) + 1);
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
        class="text-field facet-find"
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
            const value = rows.at(index);
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
