import { problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import { JobControl } from './job-control.ts';
import { openRemotely } from './remote-source.ts';
import { type ImportParts, runImport } from './run-import.ts';
import type { ImportPreview, Job, Transfer } from './transfer.ts';
import type { TransferClient } from './transfer-client.ts';
import { TransferFailed } from './transfer-failed.ts';

export interface PageImportParts extends ImportParts {
  readonly worker: TransferClient;
  /** Milliseconds from any beginning, for how often progress is told. */
  readonly clock: () => number;
}

/** Bringing articles back, as a page uses it: the worker reads and compares, the page writes. */
export function createImport(parts: PageImportParts): Pick<Transfer, 'preview' | 'import'> {
  const { worker, now, clock } = parts;
  return {
    preview(file, onProgress, base) {
      const job = worker.run('preview', { file, base, at: now() }, onProgress);
      const outcome = job.outcome.then((made) => (made.ok ? succeed({ file, base, report: made.value }) : made));
      return { ...job, outcome };
    },
    import(preview, onProgress) {
      const control = new JobControl(onProgress, clock);
      return jobOf(control, outcomeOf(importAll(parts, preview, control), control.signal));
    },
  };
}

async function importAll(
  parts: PageImportParts,
  { file, base, report }: ImportPreview,
  control: JobControl,
): Promise<Result<ImportReport>> {
  const source = await openRemotely(parts.worker, { file, base, at: parts.now() });
  if (!source.ok) return source;
  try {
    return await runImport(parts, source.value, report, (done, total) => control.pass(done, total));
  } finally {
    await source.value.close();
  }
}

async function outcomeOf<T>(work: Promise<Result<T>>, signal: AbortSignal): Promise<Result<T>> {
  try {
    return await work;
  } catch (thrown) {
    if (signal.aborted) return fail(problem('cancelled'));
    return fail(thrown instanceof TransferFailed ? thrown.problem : storageProblem(thrown));
  }
}

function jobOf<T>(control: JobControl, outcome: Promise<Result<T>>): Job<T> {
  return {
    outcome,
    pause: () => control.pause(),
    resume: () => control.resume(),
    cancel: () => control.cancel(),
  };
}
