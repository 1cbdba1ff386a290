import type { Store } from '../../storage/store.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { ArchiveReading, ArchiveTask, Progress } from './archiver.ts';
import { backupProblem } from './backup-problem.ts';
import type { StoredBytes } from './blocks.ts';
import { readArchive } from './read-archive.ts';
import { type Signature, writeArchive } from './write-archive.ts';

/** The worker's part of backups: deflating and hashing beside a page that stays quick. */

/** What writing an archive is given that a worker cannot find out. */
export interface WriteTask extends ArchiveTask {
  readonly signature: Signature;
}

export interface ReadTask {
  readonly file: Blob;
}

interface Given {
  readonly store: Store;
}

/** What the worker does for backups, by the names of `Tasks`. */
export const BACKUP_WORK = {
  writeBackup: (task: WriteTask, control: Progress, { store }: Given): Promise<StoredBytes> =>
    named(control, writeArchive(store, task.signature, task, control)),
  readBackup: ({ file }: ReadTask, control: Progress): Promise<ArchiveReading> =>
    named(control, readArchive(file, control)),
};

/** A handle's errors have other names than a database's, and mean other things: they are told apart here. */
async function named<T>({ signal }: Progress, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw new TransferFailed(backupProblem(thrown, signal));
  }
}
