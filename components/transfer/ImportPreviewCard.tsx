import type { JSX } from 'preact';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import type { ImportPreview } from '../../services/transfer/transfer.ts';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import { ImportDecisions } from './ImportDecisions.tsx';
import { importable } from './import-messages.ts';

/** What importing a file would do, before anything is changed. */
export function ImportPreviewCard({ preview: { report } }: { readonly preview: ImportPreview }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { transfer } = usePageModel();
  const { searches, binned } = report;
  const count = importable(report.counts);
  const isNeeded = count + searches + binned > 0;
  return (
    <section class="preview" aria-labelledby="transfer-preview">
      <h3 id="transfer-preview">{t('transfer.preview.title')}</h3>
      <Counts report={report} />
      <ImportDecisions report={report} />
      {!isNeeded && <p>{t('transfer.preview.nothing')}</p>}
      <div class="preview-buttons">
        {isNeeded && (
          <button type="button" class="button button-primary" onClick={() => void transfer.import()}>
            {count > 0 ? t('transfer.import.go', count, [number(count)]) : t('transfer.import.goRest')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            transfer.importing.forget();
            transfer.reading.forget();
          }}
        >
          {t('transfer.preview.away')}
        </button>
      </div>
    </section>
  );
}

/** One line for each sort of article that the file has. */
function Counts({ report: { counts, searches, binned } }: { readonly report: ImportReport }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { added, updated, united, same, refused } = counts;
  const lines = [
    [added, t('transfer.preview.added')],
    [updated, t('transfer.preview.updated')],
    [united, t('transfer.preview.united')],
    [same, t('transfer.preview.same')],
    [refused, t('transfer.preview.refused')],
    [searches, t('transfer.preview.searches')],
    [binned, t('transfer.preview.binned')],
  ] as const;
  return (
    <dl class="preview-counts">
      {lines
        .filter(([count]) => count > 0)
        .map(([count, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
