import type { Problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Job, OnProgress } from '../../services/transfer/transfer.ts';

/** A job whose progress and end a test decides. */
export interface FakeJob<T> extends Job<T> {
  progress(done: number, total: number): void;
  succeed(value: T): void;
  fail(problem: Problem): void;
  isPaused: boolean;
  isCancelled: boolean;
}

/** A job that tells `onProgress`; cancelled, it ends as the interface says. */
export function fakeJob<T>(onProgress: OnProgress): FakeJob<T> {
  let settle: (outcome: Result<T>) => void = () => {};
  const outcome = new Promise<Result<T>>((resolve) => {
    settle = resolve;
  });
  const job: FakeJob<T> = {
    outcome,
    isPaused: false,
    isCancelled: false,
    progress: onProgress,
    succeed: (value) => settle(succeed(value)),
    fail: (problem) => settle(fail(problem)),
    pause() {
      job.isPaused = true;
    },
    resume() {
      job.isPaused = false;
    },
    cancel() {
      job.isCancelled = true;
      settle(fail({ kind: 'cancelled' }));
    },
  };
  return job;
}

/** Jobs of one sort, in the order they were begun. */
export class FakeJobs<T> {
  readonly #jobs: FakeJob<T>[] = [];

  begin(onProgress: OnProgress): Job<T> {
    const job = fakeJob<T>(onProgress);
    this.#jobs.push(job);
    return job;
  }

  get count(): number {
    return this.#jobs.length;
  }

  /** The job that was begun last; throws when there was none. */
  get last(): FakeJob<T> {
    const job = this.#jobs.at(-1);
    if (job === undefined) throw new Error('No job was begun');
    return job;
  }
}
