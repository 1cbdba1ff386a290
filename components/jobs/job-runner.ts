import { type ReadonlySignal, signal } from '@preact/signals';
import { type Problem, problem } from '../../core/problem.ts';
import { fail } from '../../core/result.ts';
import type { Job, OnProgress } from '../../services/transfer/transfer.ts';

/** Where a piece of long work is: it outlives the view that began it. */
export type JobState<T> =
  | { readonly kind: 'idle' }
  | RunningJob
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface RunningJob {
  readonly kind: 'running';
  readonly done: number;
  /** 0 while it is not known how much there is to do. */
  readonly total: number;
  readonly isPaused: boolean;
}

/** Runs one job of its sort at a time and keeps what became of the last one. */
export interface JobRunner<T> {
  readonly state: ReadonlySignal<JobState<T>>;
  /** Begins a job, unless one is running; answers with what it made, or null. */
  run(begin: (onProgress: OnProgress) => Job<T>): Promise<T | null>;
  pause(): void;
  resume(): void;
  /** Asks the job to stop; it fails with the problem `cancelled`. */
  cancel(): void;
  /** Forgets what became of the last job; a running one is stopped, and nothing more is heard of it. */
  forget(): void;
}

const IDLE = { kind: 'idle' } as const;

/** A runner with nothing to do yet. */
export function createJobRunner<T>(): JobRunner<T> {
  const state = signal<JobState<T>>(IDLE);
  let current: Job<T> | null = null;
  /** Which job is listened to: of one that was forgotten, nothing more is heard. */
  let turn = 0;

  function change(next: Partial<RunningJob>) {
    const now = state.peek();
    if (now.kind === 'running') state.value = { ...now, ...next };
  }
  return {
    state,
    async run(begin) {
      if (state.peek().kind === 'running') return null;
      turn += 1;
      const mine = turn;
      state.value = { kind: 'running', done: 0, total: 0, isPaused: false };
      current = begin((done, total) => {
        if (mine === turn) change({ done, total });
      });
      const outcome = await current.outcome.catch((thrown: unknown) => {
        console.error('A job ended in an error', thrown);
        return fail(problem('interrupted'));
      });
      if (mine !== turn) return null;
      current = null;
      state.value = outcome.ok ? { kind: 'done', value: outcome.value } : { kind: 'failed', problem: outcome.problem };
      return outcome.ok ? outcome.value : null;
    },
    pause() {
      current?.pause();
      change({ isPaused: true });
    },
    resume() {
      current?.resume();
      change({ isPaused: false });
    },
    cancel: () => current?.cancel(),
    forget() {
      turn += 1;
      current?.cancel();
      current = null;
      state.value = IDLE;
    },
  };
}
