import { problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import type { Store } from '../../storage/store.ts';
import { BACKUP_WORK } from '../backup/backup-work.ts';
import { createImportWork } from './import-work.ts';
import { JobControl } from './job-control.ts';
import { TransferFailed } from './transfer-failed.ts';
import type { FromWorker, Task, TaskName, Tasks, ToWorker, TransferPort } from './transfer-messages.ts';

/** What a transfer worker is given. */
export interface TransferWorkerOptions {
  readonly store: Store;
  /** Milliseconds from any beginning, for how often progress is told. */
  readonly clock: () => number;
}

type Work = {
  readonly [Name in TaskName]: (
    given: Tasks[Name]['given'],
    control: JobControl,
    options: TransferWorkerOptions,
  ) => Promise<Tasks[Name]['made']>;
};

/** Does the work that is asked for through `port`; `exportArticles` is what brings all the formats with it. */
export function serveTransfer(
  port: TransferPort,
  exportArticles: Work['export'],
  options: TransferWorkerOptions,
): void {
  const running = new Map<number, JobControl>();
  const works: Work = { export: exportArticles, ...createImportWork(), ...BACKUP_WORK };
  const tell = (message: FromWorker): void => port.postMessage(message);

  async function start(job: number, task: Task): Promise<void> {
    const control = new JobControl((done, total) => tell({ kind: 'progress', job, done, total }), options.clock);
    running.set(job, control);
    const outcome = await outcomeOf(works, task, control, options);
    running.delete(job);
    tell({ kind: 'outcome', job, outcome });
  }
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'start') void start(data.job, data.task);
    else running.get(data.job)?.[data.kind]();
  });
}

async function outcomeOf(
  works: Work,
  task: Task,
  control: JobControl,
  options: TransferWorkerOptions,
): Promise<Result<unknown>> {
  const work = works[task.name] as (given: unknown, ...rest: [JobControl, TransferWorkerOptions]) => Promise<unknown>;
  try {
    return succeed(await work(task.given, control, options));
  } catch (thrown) {
    if (control.signal.aborted) return fail(problem('cancelled'));
    return fail(thrown instanceof TransferFailed ? thrown.problem : storageProblem(thrown));
  }
}
