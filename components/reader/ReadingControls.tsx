import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { ReadingChoices, type ReadingChoicesProps } from './ReadingChoices.tsx';
import { useDismissal } from './use-dismissal.ts';
import './reading-controls.css';

/** The reading choices in a panel that opens below its button. */
export function ReadingControls(props: ReadingChoicesProps): JSX.Element {
  const t = useTranslate();
  const panel = useRef<HTMLDetailsElement>(null);
  useDismissal(panel);
  return (
    <details ref={panel} class="reading-controls">
      <summary class="button">
        {t('reader.settings.title')} <span aria-hidden="true">▾</span>
      </summary>
      <div class="reading-panel">
        <ReadingChoices {...props} />
      </div>
    </details>
  );
}
