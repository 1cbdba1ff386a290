import { problem } from '../../core/problem.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Job, OnProgress } from './transfer.ts';
import type { FromWorker, Task, TaskName, Tasks, ToWorker, TransferPort } from './transfer-messages.ts';

/** Starts work in the transfer worker. */
export interface TransferClient {
  run<Name extends TaskName>(name: Name, given: Tasks[Name]['given'], onProgress: OnProgress): Job<Tasks[Name]['made']>;
}

interface Running {
  readonly onProgress: OnProgress;
  readonly settle: (outcome: Result<unknown>) => void;
}

/** A client of the worker that `start` starts, when there is work for the first time. */
export function createTransferClient(start: () => TransferPort): TransferClient {
  const running = new Map<number, Running>();
  let port: TransferPort | null = null;
  let jobs = 0;

  function hear({ data }: MessageEvent<FromWorker>): void {
    const own = running.get(data.job);
    if (data.kind === 'progress') own?.onProgress(data.done, data.total);
    else {
      running.delete(data.job);
      own?.settle(data.outcome);
    }
  }
  /** A worker that is gone answers nobody: what it was doing is over, and the next work starts another. */
  function end(): void {
    port = null;
    for (const { settle } of running.values()) settle(fail(problem('interrupted', 'the transfer worker ended')));
    running.clear();
  }
  function opened(): TransferPort {
    if (port === null) {
      port = start();
      port.addEventListener('message', hear);
      port.addEventListener('error', end);
    }
    return port;
  }
  return {
    run(name, given, onProgress) {
      const worker = opened();
      jobs += 1;
      const job = jobs;
      const send = (kind: 'pause' | 'resume' | 'cancel') => () => worker.postMessage({ kind, job } satisfies ToWorker);
      const outcome = new Promise<Result<unknown>>((settle) => running.set(job, { onProgress, settle }));
      worker.postMessage({ kind: 'start', job, task: { name, given } as Task });
      return {
        outcome: outcome as Promise<Result<Tasks[typeof name]['made']>>,
        pause: send('pause'),
        resume: send('resume'),
        cancel: send('cancel'),
      };
    },
  };
}
