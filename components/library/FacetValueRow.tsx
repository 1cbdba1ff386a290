import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FacetChoice } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import type { FacetValueView } from './facet-view.ts';
import { useNumber } from './page-context.ts';

export type ChooseValue = (value: string, choice: FacetChoice) => void;

export interface FacetValueRowProps {
  readonly value: FacetValueView;
  readonly choose: ChooseValue;
}

/** What is in the row of a facet value: a checkbox to ask for it, its count, and a button to leave it out. */
export function FacetValueRow({ value: { value, label, count, choice }, choose }: FacetValueRowProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const id = useId();
  const excluded = choice === 'exclude';
  const excludeName = t('library.exclude', [label]);
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={choice === 'include'}
          aria-describedby={id}
          onChange={(event) => choose(value, event.currentTarget.checked ? 'include' : null)}
        />
        <bdi>{label}</bdi>
      </label>
      <span class="facet-number" aria-hidden="true">
        {excluded ? '' : number(count)}
      </span>
      <span id={id} hidden>
        {excluded ? t('library.excluded') : t('library.count', count, [number(count)])}
      </span>
      <button
        type="button"
        class="facet-exclude"
        aria-label={excludeName}
        aria-pressed={excluded}
        title={excludeName}
        onClick={() => choose(value, excluded ? null : 'exclude')}
      >
        <span aria-hidden="true">−</span>
      </button>
    </>
  );
}
