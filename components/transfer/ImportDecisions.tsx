import type { JSX } from 'preact';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import { useNumber } from '../library/page-context.ts';
import { useTranslate } from '../translation.ts';
import { conflictDecision, refusalReason } from './import-messages.ts';
import { LongList } from './LongList.tsx';

export interface ImportDecisionsProps {
  readonly report: ImportReport;
  /** Whether the import is over: then the headings speak of what was, not of what would be. */
  readonly isDone?: boolean;
}

/** What an import decides between two versions, and what it does not take, one by one. */
export function ImportDecisions({ report, isDone = false }: ImportDecisionsProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { conflicts, refusals, counts } = report;
  const unlisted = counts.refused - refusals.length;
  return (
    <>
      <LongList
        title={isDone ? t('transfer.conflict.titleDone') : t('transfer.conflict.title')}
        rows={conflicts.map((conflict) => ({
          key: `${conflict.slug} ${conflict.kind}`,
          subject: conflict.headline,
          words: conflictDecision(conflict, t),
        }))}
      />
      <LongList
        title={isDone ? t('transfer.refusal.titleDone') : t('transfer.refusal.title')}
        rows={refusals.map((refusal, place) => ({
          key: `${place}`,
          subject: refusal.where,
          words: refusalReason(refusal, t),
        }))}
        rest={unlisted > 0 ? t('transfer.refusal.more', unlisted, [number(unlisted)]) : null}
      />
    </>
  );
}
