import { type BackupFile, type BackupRecord, NO_BACKUP, type PlaceChoice } from '../../core/backup/backup-record.ts';
import { isOverdue } from '../../core/backup/due.ts';
import { problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { readBackupFolder, writeBackupFolder } from '../../storage/backup-folder.ts';
import { countArticles } from '../../storage/read-articles.ts';
import type { Backup, BackupPlace, BackupReceipt } from './backup.ts';
import { startJob } from './backup-job.ts';
import { backupProblem } from './backup-problem.ts';
import { openPlace, type RunnerParts, runBackup } from './backup-runner.ts';
import { isSamePlace, lastPlace } from './change-log.ts';
import { askForFolder, isFolderAllowed, type PickFolder } from './folder-access.ts';
import { rehearseFile, rehearseLast } from './rehearse.ts';

export interface PageParts extends RunnerParts {
  /** Null where the browser lets nobody choose a folder. */
  readonly pickFolder: PickFolder | null;
  /** Asks for the permission to use the downloads folder; true when it is granted. */
  readonly askForDownloads: () => Promise<boolean>;
}

/** Backups as the library page uses them. */
export function createBackup(parts: PageParts): Backup {
  const { store, memory, now, pickFolder } = parts;

  const choose = (place: PlaceChoice): Promise<BackupRecord> =>
    memory.change(({ copies, everyDays }) => ({ ...NO_BACKUP, place, chosenAt: now(), copies, everyDays }));

  const keepFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    const [kept, record] = await Promise.all([readBackupFolder(store), memory.load()]);
    const isSame = record.place.kind === 'folder' && kept !== null && (await kept.isSameEntry(folder));
    await writeBackupFolder(store, folder);
    if (!isSame) await choose({ kind: 'folder', name: folder.name });
  };

  return {
    async state() {
      const record = await memory.load();
      const newest = record.files.at(-1);
      const [articles, last] = await Promise.all([countArticles(store), lastPlace(store)]);
      const hasChanged = newest === undefined || !isSamePlace(newest.through, last);
      return {
        place: await placeOf(parts, record.place),
        canChooseFolder: pickFolder !== null,
        copies: record.copies,
        everyDays: record.everyDays,
        last: newest === undefined ? null : receiptOf(newest, record.currentAt),
        isOld: isOverdue(record, { articles, hasChanged }, now()),
      };
    },
    chooseFolder: () =>
      answer(async () => {
        if (pickFolder === null) return false;
        const folder = await pickFolder().catch(nullWhenDismissed);
        if (folder === null || !(await askForFolder(folder))) return false;
        await keepFolder(folder);
        return true;
      }),
    useDownloads: () =>
      answer(async () => {
        if (!(await parts.askForDownloads())) return false;
        if ((await memory.load()).place.kind !== 'downloads') await choose({ kind: 'downloads' });
        return true;
      }),
    async allowFolder() {
      const folder = await readBackupFolder(store).catch(() => null);
      if (folder === null) return fail(problem('no-folder-access', 'the folder has to be chosen again'));
      return answer(() => askForFolder(folder));
    },
    async turnOff() {
      await choose({ kind: 'none' });
      await writeBackupFolder(store, null);
    },
    run: (onProgress) =>
      startJob(onProgress, async (progress) => {
        const file = await runBackup(parts, progress);
        return receiptOf(file, (await memory.load()).currentAt);
      }),
    rehearse: (onProgress, file) =>
      startJob(onProgress, async (progress) => {
        const record = await memory.load();
        if (file !== undefined) return rehearseFile(parts, record.files, file, progress);
        return rehearseLast(parts, record.files, await openPlace(parts, record), progress);
      }),
    subscribe: (listener) => memory.subscribe(listener),
  };
}

async function placeOf({ store }: PageParts, place: PlaceChoice): Promise<BackupPlace> {
  if (place.kind !== 'folder') return place;
  const folder = await readBackupFolder(store);
  return { ...place, isAllowed: folder !== null && (await isFolderAllowed(folder)) };
}

function receiptOf({ name, articles, bytes }: BackupFile, at: number): BackupReceipt {
  return { name, at, articles, bytes };
}

function nullWhenDismissed(thrown: unknown): null {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
  throw thrown;
}

function answer(work: () => Promise<boolean>): Promise<Result<boolean>> {
  return work().then(succeed, (thrown: unknown) => fail(backupProblem(thrown)));
}
