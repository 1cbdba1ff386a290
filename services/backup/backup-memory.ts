import { type BackupRecord, readBackupRecord } from '../../core/backup/backup-record.ts';

/** Where the backup record is kept between runs, shared by all contexts. */
export interface BackupMemory {
  load(): Promise<BackupRecord>;
  /** Stores what `change` makes of the record as it is then, and answers it. Changes of several contexts wait for each other. */
  change(change: (record: BackupRecord) => BackupRecord): Promise<BackupRecord>;
  /** Calls `listener` after a change by any context; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

/** The part of `storage.local` and its events that the memory needs. */
export interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

interface ChangeEvent {
  addListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
  removeListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
}

const KEY = 'backup';
const LOCK = 'offprint-backup-record';

/** The record in `storage.local`: it outlives a lost database, and says then which files there are to restore from. */
export function createBackupMemory(local: LocalArea, onChanged: ChangeEvent, locks: LockManager): BackupMemory {
  const load = async (): Promise<BackupRecord> => readBackupRecord((await local.get(KEY))[KEY]);
  return {
    load,
    change: (change) =>
      locks.request(LOCK, async () => {
        const changed = change(await load());
        await local.set({ [KEY]: changed });
        return changed;
      }),
    subscribe(listener) {
      const heard = (changes: Record<string, unknown>, area: string): void => {
        if (area === 'local' && KEY in changes) listener();
      };
      onChanged.addListener(heard);
      return () => onChanged.removeListener(heard);
    },
  };
}
