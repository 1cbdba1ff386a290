import type { JSX } from 'preact';
import { useTranslate } from '../translation.ts';
import type { BulkWork } from './bulk-actions.ts';
import { useNumber } from './page-context.ts';

export interface SelectionProgressProps {
  readonly work: BulkWork;
  readonly cancel: () => void;
}

/** How far long work on the selected articles is, with a way to stop it. */
export function SelectionProgress({ work: { done, total }, cancel }: SelectionProgressProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const progress = t('library.selection.progress', [number(done), number(total)]);
  return (
    <section class="selection-bar selection-progress" aria-label={t('library.selection.title')}>
      <progress max={total} value={done} aria-label={t('library.selection.working')} aria-valuetext={progress} />
      <span aria-hidden="true">{progress}</span>
      <button type="button" class="button" onClick={cancel}>
        {t('library.selection.cancel')}
      </button>
    </section>
  );
}
