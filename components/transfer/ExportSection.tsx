import type { JSX } from 'preact';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { useKeptFocus } from '../jobs/use-kept-focus.ts';
import { useLocale, useNumber, usePageModel } from '../library/page-context.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { exportedMessage } from './export-articles.ts';

/** The way out: what it is for, the button that asks for details, how far it is, and the file that was made. */
export function ExportSection(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const locale = useLocale();
  const { transfer } = usePageModel();
  const place = useKeptFocus<HTMLElement>();
  const made = transfer.exporting.state.value;
  const isStopped = made.kind === 'failed' && made.problem.kind === 'cancelled';
  return (
    <section ref={place} aria-labelledby="transfer-export">
      <h2 id="transfer-export">{t('transfer.export.title')}</h2>
      <p>{t('transfer.export.what')}</p>
      {made.kind === 'running' ? (
        <JobProgress label={t('transfer.export.running')} job={made} runner={transfer.exporting} number={number} />
      ) : (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              transfer.asking.value = 'all';
            }}
          >
            {t('transfer.export.ask')}
          </button>
        </p>
      )}
      <p role="status" class="transfer-outcome" data-good={made.kind === 'done' || undefined}>
        {made.kind === 'done' && exportedMessage(made.value, locale, t)}
        {isStopped && problemMessage('cancelled', t)}
      </p>
      {made.kind === 'failed' && !isStopped && (
        <p role="alert" class="transfer-problem">
          {problemMessage(made.problem.kind, t)}
        </p>
      )}
    </section>
  );
}
