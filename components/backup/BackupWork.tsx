import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { BackupState, Rehearsal } from '../../services/backup/backup.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import type { JobState } from '../jobs/job-runner.ts';
import { useKeptFocus } from '../jobs/use-kept-focus.ts';
import { useNumber, usePageModel } from '../library/page-context.ts';
import { problemMessage } from '../problem-message.ts';
import { type Translate, useTranslate } from '../translation.ts';

/** Backing up now, and reading the last backup back, with what became of it. */
export function BackupWork({ state }: { readonly state: BackupState }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { running, rehearsing } = usePageModel().backup;
  const place = useKeptFocus<HTMLDivElement>();
  const made = running.state.value;
  const read = rehearsing.state.value;
  const failed = [made, read].find((each) => each.kind === 'failed');
  const isStopped = failed?.problem.kind === 'cancelled';
  return (
    <div ref={place} class="backup-work">
      {made.kind === 'running' && (
        <JobProgress label={t('backup.running')} job={made} runner={running} number={number} canPause={false} />
      )}
      {read.kind === 'running' && (
        <JobProgress label={t('backup.rehearsing')} job={read} runner={rehearsing} number={number} canPause={false} />
      )}
      {made.kind !== 'running' && read.kind !== 'running' && <Buttons state={state} />}
      <p role="status" class="backup-outcome" data-good={isGood(made, read) || undefined}>
        {made.kind === 'done' && t('backup.done', made.value.articles, [number(made.value.articles), made.value.name])}
        {read.kind === 'done' && rehearsalSentence(read.value, number, t)}
        {isStopped && problemMessage('cancelled', t)}
      </p>
      {failed !== undefined && !isStopped && (
        <p role="alert" class="backup-problem">
          {problemMessage(failed.problem.kind, t)}
        </p>
      )}
    </div>
  );
}

function Buttons({ state: { place, last } }: { readonly state: BackupState }): JSX.Element {
  const t = useTranslate();
  const { backup } = usePageModel();
  const file = useRef<HTMLInputElement>(null);
  const isByHand = place.kind === 'downloads';
  return (
    <div class="backup-buttons">
      <button type="button" class="button button-primary" onClick={() => void backup.backUp()}>
        {t('backup.now')}
      </button>
      {last !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            if (isByHand) file.current?.click();
            else void backup.rehearse();
          }}
        >
          {isByHand ? t('backup.rehearseFile') : t('backup.rehearse')}
        </button>
      )}
      <input
        ref={file}
        type="file"
        accept=".zip"
        hidden
        aria-label={t('backup.rehearseFile')}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          currentTarget.value = '';
          if (chosen !== undefined) void backup.rehearse(chosen);
        }}
      />
    </div>
  );
}

function isGood(made: JobState<unknown>, read: JobState<Rehearsal>): boolean {
  return made.kind === 'done' || (read.kind === 'done' && read.value.missing + read.value.damaged === 0);
}

/** What a rehearsal found, in words. */
function rehearsalSentence(found: Rehearsal, number: (value: number) => string, t: Translate): string {
  const { articles, missing, damaged } = found;
  if (missing + damaged === 0) return t('backup.found.well', articles, [number(articles)]);
  const parts = [
    t('backup.found.articles', articles, [number(articles)]),
    missing > 0 && t('backup.found.missing', missing, [number(missing)]),
    damaged > 0 && t('backup.found.damaged', damaged, [number(damaged)]),
  ];
  return parts.filter((part) => part !== false).join(' ');
}
