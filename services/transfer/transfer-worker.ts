import { problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import type { Store } from '../../storage/store.ts';
import { exportArticles } from './export-articles.ts';
import { JobControl } from './job-control.ts';
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

const WORK: Work = { export: exportArticles };

/** Does the work that is asked for through `port`. */
export function serveTransfer(port: TransferPort, options: TransferWorkerOptions): void {
  const running = new Map<number, JobControl>();
  const tell = (message: FromWorker): void => port.postMessage(message);

  async function start(job: number, task: Task): Promise<void> {
    const control = new JobControl((done, total) => tell({ kind: 'progress', job, done, total }), options.clock);
    running.set(job, control);
    const outcome = await outcomeOf(task, control, options);
    running.delete(job);
    tell({ kind: 'outcome', job, outcome });
  }
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'start') void start(data.job, data.task);
    else running.get(data.job)?.[data.kind]();
  });
}

async function outcomeOf(task: Task, control: JobControl, options: TransferWorkerOptions): Promise<Result<unknown>> {
  const work = WORK[task.name] as (given: unknown, ...rest: [JobControl, TransferWorkerOptions]) => Promise<unknown>;
  try {
    return succeed(await work(task.given, control, options));
  } catch (thrown) {
    return fail(control.signal.aborted ? problem('cancelled') : storageProblem(thrown));
  }
}
