import type { JSX } from 'preact';
import { printRoute, type Route } from '../../core/library/route.ts';
import { useLocale, usePageModel } from '../library/page-context.ts';
import { type Translate, useTranslate } from '../translation.ts';
import type { RunningJob } from './job-runner.ts';

/** Says on every other page how far the work is that goes on, and leads to where it can be paused and stopped. */
export function JobsLink(): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const { transfer, backup, route } = usePageModel();
  const jobs: readonly (readonly [Route & { readonly page: 'transfer' | 'settings' }, string, { kind: string }])[] = [
    [{ page: 'transfer' }, t('transfer.import.reading'), transfer.reading.state.value],
    [{ page: 'transfer' }, t('transfer.import.importing'), transfer.importing.state.value],
    [{ page: 'transfer' }, t('transfer.export.running'), transfer.exporting.state.value],
    [{ page: 'settings' }, t('backup.running'), backup.running.state.value],
    [{ page: 'settings' }, t('backup.rehearsing'), backup.rehearsing.state.value],
  ];
  const running = jobs.find(([at, , state]) => state.kind === 'running' && at.page !== route.value.page);
  if (running === undefined) return null;
  const [at, label, state] = running;
  return (
    <a class="jobs-link" href={printRoute(at)}>
      {farWords(label, state as RunningJob, locale, t)}
    </a>
  );
}

function farWords(label: string, { done, total, isPaused }: RunningJob, locale: string, t: Translate): string {
  if (isPaused) return t('transfer.job.paused', [label]);
  if (total === 0) return label;
  return `${label} ${new Intl.NumberFormat(locale, { style: 'percent' }).format(done / total)}`;
}
