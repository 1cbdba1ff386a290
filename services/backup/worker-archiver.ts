import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { Job, OnProgress } from '../transfer/transfer.ts';
import type { TransferClient } from '../transfer/transfer-client.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { Archiver, Progress } from './archiver.ts';
import { besideHash } from './beside-hash.ts';

/** The archiver as a page has it: the transfer worker does what is heavy. */
export function createWorkerArchiver(
  store: Store,
  preferences: Pick<PreferenceStore, 'load'>,
  worker: TransferClient,
  appVersion: string,
): Archiver {
  return {
    besideHash: async () => besideHash(store, await preferences.load()),
    async write(task, progress) {
      const signature = { settings: await preferences.load(), appVersion };
      return watched((onProgress) => worker.run('writeBackup', { ...task, signature }, onProgress), progress);
    },
    read: (file, progress) => watched((onProgress) => worker.run('readBackup', { file }, onProgress), progress),
  };
}

/** What a job in the worker comes to; it stands still and ends with `progress`. */
async function watched<T>(start: (onProgress: OnProgress) => Job<T>, progress: Progress): Promise<T> {
  progress.signal.throwIfAborted();
  const job = start((done, total) => {
    job.pause();
    progress.pass(done, total).then(job.resume, job.cancel);
  });
  progress.signal.addEventListener('abort', job.cancel);
  const outcome = await job.outcome.finally(() => progress.signal.removeEventListener('abort', job.cancel));
  if (outcome.ok) return outcome.value;
  throw new TransferFailed(outcome.problem);
}
