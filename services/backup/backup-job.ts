import { fail, type Result, succeed } from '../../core/result.ts';
import { JobControl } from '../transfer/job-control.ts';
import type { Job, OnProgress } from '../transfer/transfer.ts';
import type { Progress } from './archiver.ts';
import { backupProblem } from './backup-problem.ts';

/** Runs `work` as a job: it stands still in `pass` while it is paused, and breaks off there once it is cancelled. */
export function startJob<T>(onProgress: OnProgress, work: (progress: Progress) => Promise<T>): Job<T> {
  const control = new JobControl(onProgress, () => performance.now());
  const outcome: Promise<Result<T>> = work(control).then(succeed, (thrown: unknown) =>
    fail(backupProblem(thrown, control.signal)),
  );
  return {
    outcome,
    pause: () => control.pause(),
    resume: () => control.resume(),
    cancel: () => control.cancel(),
  };
}
