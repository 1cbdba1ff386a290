import type { JSX } from 'preact';
import { useTranslate } from '../translation.ts';
import type { JobRunner, RunningJob } from './job-runner.ts';
import './jobs.css';

export interface JobProgressProps {
  /** What is being done, as one says it. */
  readonly label: string;
  readonly job: RunningJob;
  readonly runner: Pick<JobRunner<unknown>, 'pause' | 'resume' | 'cancel'>;
  readonly number: (value: number) => string;
  /** Whether it can be paused; otherwise it can only be stopped. */
  readonly canPause?: boolean;
}

/** How far long work is, with the ways to pause and to stop it. */
export function JobProgress({ label, job, runner, number, canPause = true }: JobProgressProps): JSX.Element {
  const t = useTranslate();
  const { done, total, isPaused } = job;
  const far = total === 0 ? '' : t('transfer.job.progress', [number(done), number(total)]);
  return (
    <div class="job">
      <p class="job-words">
        <span>{isPaused ? t('transfer.job.paused', [label]) : label}</span>
        <span aria-hidden="true">{far}</span>
      </p>
      <progress
        value={done}
        max={Math.max(total, 1)}
        aria-label={label}
        aria-valuetext={far === '' ? undefined : far}
      />
      <div class="job-buttons">
        {canPause && (
          <button type="button" class="button" onClick={isPaused ? runner.resume : runner.pause}>
            {isPaused ? t('transfer.job.resume') : t('transfer.job.pause')}
          </button>
        )}
        <button type="button" class="button" onClick={runner.cancel}>
          {t('transfer.job.cancel')}
        </button>
      </div>
    </div>
  );
}
