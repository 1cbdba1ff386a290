import { fail, type Result, succeed } from '../../core/result.ts';
import type { Job, OnProgress } from '../transfer/transfer.ts';
import type { Progress } from './archiver.ts';
import { backupProblem } from './backup-failed.ts';

/** Runs `work` as a job: it stands still in `pass` while it is paused, and breaks off there once it is cancelled. */
export function startJob<T>(onProgress: OnProgress, work: (progress: Progress) => Promise<T>): Job<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let pause = Promise.withResolvers<void>();
  pause.resolve();
  const pass = async (done: number, total: number): Promise<void> => {
    onProgress(done, total);
    await pause.promise;
    signal.throwIfAborted();
  };
  const outcome: Promise<Result<T>> = work({ signal, pass }).then(succeed, (thrown: unknown) =>
    fail(backupProblem(thrown, signal)),
  );
  return {
    outcome,
    pause() {
      pause.resolve();
      pause = Promise.withResolvers<void>();
    },
    resume: () => pause.resolve(),
    cancel() {
      pause.resolve();
      controller.abort();
    },
  };
}
