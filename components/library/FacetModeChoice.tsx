import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Facet } from '../../core/catalogue/facet.ts';
import type { FacetMode } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';

export interface FacetModeChoiceProps {
  readonly facet: Facet;
  readonly mode: FacetMode;
  readonly choose: (mode: FacetMode) => void;
}

const MODES: readonly FacetMode[] = ['any', 'all'];

/** Whether articles must have any or all of the values that were chosen: two radio buttons. */
export function FacetModeChoice({ facet, mode, choose }: FacetModeChoiceProps): JSX.Element {
  const t = useTranslate();
  const id = useId();
  return (
    <div role="radiogroup" class="facet-mode" aria-label={t('library.facetMode.name', [t(`library.facet.${facet}`)])}>
      {MODES.map((known) => (
        <label key={known}>
          <input type="radio" name={id} checked={mode === known} onChange={() => choose(known)} />
          <span>{t(`library.facetMode.${known}`)}</span>
        </label>
      ))}
    </div>
  );
}
