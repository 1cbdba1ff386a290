import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FacetChoice } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import { FacetValueRow } from './FacetValueRow.tsx';
import type { FacetValueView, FacetView } from './facet-view.ts';
import { useNumber } from './page-context.ts';
import { shownValues } from './shown-values.ts';

export interface FacetGroupProps {
  readonly view: FacetView;
  readonly choose: (value: string, choice: FacetChoice) => void;
}

/** One facet: a group of values to narrow by, the most frequent first; the rest are one button or a few letters away. */
export function FacetGroup({ view, choose }: FacetGroupProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const keepFocus = useFocusThatStays();
  const name = t(`library.facet.${view.facet}`);
  const { values, found } = shownValues(view.values, { open, words, touched });

  function chooseAndKeep({ value }: FacetValueView, choice: FacetChoice) {
    keepFocus();
    setTouched(new Set([...touched, value]));
    choose(value, choice);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of a fieldset is no heading, and headings are how people jump.
    <div role="group" aria-labelledby={id} class="facet">
      <h3 id={id} class="facet-name">
        {name}
      </h3>
      {open && (
        <input
          type="search"
          class="facet-find"
          value={words}
          aria-label={t('library.findIn', [name])}
          placeholder={t('library.findIn', [name])}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul class="facet-values">
        {values.map((value) => (
          <FacetValueRow key={value.value} value={value} choose={chooseAndKeep} />
        ))}
      </ul>
      {open && found === 0 && <p class="facet-note">{t('library.noValue')}</p>}
      {open && found > values.length && (
        <p class="facet-note">{t('library.someValues', [number(values.length), number(found)])}</p>
      )}
      {(open || found > values.length) && (
        <button type="button" class="facet-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('library.fewerValues') : t('library.allValues', [number(view.values.length)])}
        </button>
      )}
    </div>
  );
}

/**
 * A chosen value moves to the top, and before Chrome 133 an element that moves loses the focus: gives it back after the
 * next drawing. https://developer.mozilla.org/en-US/docs/Web/API/Element/moveBefore
 */
function useFocusThatStays(): () => void {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = focused.current;
    if (element instanceof HTMLElement && element.isConnected && document.activeElement === document.body) {
      element.focus({ preventScroll: true });
    }
  });
  return () => {
    focused.current = document.activeElement;
  };
}
