import type { BackupFile } from './backup-record.ts';

/** Which of a backup's files stay. */
export interface Rotation {
  readonly kept: readonly BackupFile[];
  readonly outdated: readonly BackupFile[];
}

/**
 * Keeps the newest `copies` full copies, the last file of changes of each, and of the newest full copy as many as
 * `copies`: so one spoilt file never spoils all, and the days just past can be gone back to. `files` is oldest first.
 */
export function rotate(files: readonly BackupFile[], copies: number): Rotation {
  const fulls = files.filter(({ base }) => base === null).slice(-copies);
  const kept = new Set(
    fulls.flatMap((full) => {
      const additions = files.filter(({ base }) => base === full.name);
      return [full, ...additions.slice(full === fulls.at(-1) ? -copies : -1)];
    }),
  );
  return { kept: files.filter((file) => kept.has(file)), outdated: files.filter((file) => !kept.has(file)) };
}
