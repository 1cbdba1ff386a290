import type { BackupFile, BackupRecord } from '../../core/backup/backup-record.ts';
import { isDue } from '../../core/backup/due.ts';
import { problem } from '../../core/problem.ts';
import { readBackupFolder } from '../../storage/backup-folder.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { Progress } from './archiver.ts';
import { type BackupFiles, filesOfFolder } from './backup-files.ts';
import { BACKUP_LOCK } from './backup-lock.ts';
import { isFolderAllowed } from './folder-access.ts';
import { type BackupParts, makeBackup } from './make-backup.ts';

/** Backups in the place that was chosen, one at a time in all contexts of the extension. */

export interface RunnerParts extends BackupParts {
  readonly locks: LockManager;
  /** The folder in the downloads folder; rejects with `TransferFailed` when the browser does not let us. */
  readonly downloads: () => Promise<BackupFiles>;
}

/** Makes a backup now, once no other context does. Rejects with what ended it. */
export function runBackup(parts: RunnerParts, progress: Progress): Promise<BackupFile> {
  return parts.locks.request(BACKUP_LOCK, { signal: progress.signal }, () => attempt(parts, progress));
}

/** Makes a backup if one is due and nobody is at it; answers it, or null. Rejects with what ended it. */
export function runDueBackup(parts: RunnerParts, progress: Progress): Promise<BackupFile | null> {
  return parts.locks.request(BACKUP_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null || !isDue(await parts.memory.load(), parts.now())) return null;
    return attempt(parts, progress);
  });
}

/** The files of the place that was chosen. Rejects with `TransferFailed` when there is none, or it may not be used. */
export async function openPlace(parts: RunnerParts, { place }: BackupRecord): Promise<BackupFiles> {
  if (place.kind === 'downloads') return parts.downloads();
  const folder = place.kind === 'none' ? null : await readBackupFolder(parts.store);
  if (folder !== null && (await isFolderAllowed(folder))) return filesOfFolder(folder);
  throw new TransferFailed(problem('no-folder-access', place.kind === 'none' ? 'no place was chosen' : 'not allowed'));
}

async function attempt(parts: RunnerParts, progress: Progress): Promise<BackupFile> {
  const { memory, now } = parts;
  const files = await openPlace(parts, await memory.load()); // One that may not be used yet is asked for again soon: it is no try.
  try {
    return await makeBackup(parts, files, progress);
  } catch (thrown) {
    await memory.change((record) => ({ ...record, triedAt: now() })).catch(() => {});
    throw thrown;
  }
}
