import { succeed } from '../../core/result.ts';
import type { Backup, BackupReceipt, BackupState, Rehearsal } from '../../services/backup/backup.ts';
import { FakeJobs } from './fake-job.ts';

/** Backups whose state a test sets, and that keep what was asked of them. */
export interface FakeBackup extends Backup {
  /** Changes the state, as another context would. */
  become(change: Partial<BackupState>): void;
  readonly runs: FakeJobs<BackupReceipt>;
  readonly rehearsals: FakeJobs<Rehearsal>;
  readonly calls: string[];
  readonly files: (File | undefined)[];
}

const OFF: BackupState = {
  place: { kind: 'none' },
  canChooseFolder: true,
  copies: 5,
  everyDays: 1,
  last: null,
  isOld: false,
};

export function fakeBackup(initial: Partial<BackupState> = {}): FakeBackup {
  let state = { ...OFF, ...initial };
  const runs = new FakeJobs<BackupReceipt>();
  const rehearsals = new FakeJobs<Rehearsal>();
  const listeners = new Set<() => void>();
  const calls: string[] = [];
  const files: (File | undefined)[] = [];
  return {
    runs,
    rehearsals,
    calls,
    files,
    become(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    state: async () => state,
    async chooseFolder() {
      calls.push('choose folder');
      state = { ...state, place: { kind: 'folder', name: 'Backups', isAllowed: true } };
      return succeed(true);
    },
    async useDownloads() {
      calls.push('use downloads');
      state = { ...state, place: { kind: 'downloads' } };
      return succeed(true);
    },
    async allowFolder() {
      calls.push('allow folder');
      return succeed(false);
    },
    async turnOff() {
      calls.push('turn off');
      state = { ...state, place: { kind: 'none' } };
    },
    run: (onProgress) => runs.begin(onProgress),
    rehearse(onProgress, file) {
      files.push(file);
      return rehearsals.begin(onProgress);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
