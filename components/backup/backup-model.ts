import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Problem } from '../../core/problem.ts';
import type { Result } from '../../core/result.ts';
import type { Backup, BackupReceipt, BackupState, Rehearsal } from '../../services/backup/backup.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';

/** Backups as the page follows them: a backup goes on whatever the page shows meanwhile. */
export interface BackupModel {
  /** Null until it was read. */
  readonly state: ReadonlySignal<BackupState | null>;
  /** What choosing a place met last; null when it went well. */
  readonly problem: ReadonlySignal<Problem | null>;
  readonly running: JobRunner<BackupReceipt>;
  readonly rehearsing: JobRunner<Rehearsal>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** Each of the next three must be called in a click. */
  chooseFolder(): Promise<void>;
  useDownloads(): Promise<void>;
  allowFolder(): Promise<void>;
  turnOff(): Promise<void>;
  backUp(): Promise<void>;
  /** Reads the last backup back; `file` where the page cannot read it by itself. */
  rehearse(file?: File): Promise<void>;
  /** Follows what other contexts do until the answered function is called. */
  start(): () => void;
}

export function createBackupModel(backup: Backup): BackupModel {
  const state = signal<BackupState | null>(null);
  const problem = signal<Problem | null>(null);
  const running = createJobRunner<BackupReceipt>();
  const rehearsing = createJobRunner<Rehearsal>();

  async function read(): Promise<void> {
    try {
      state.value = await backup.state();
    } catch (error) {
      console.error('How backups stand could not be read', error);
    }
  }
  async function choose(choosing: Promise<Result<boolean>>): Promise<void> {
    const chosen = await choosing;
    problem.value = chosen.ok ? null : chosen.problem;
    await read();
  }
  return {
    state,
    problem,
    running,
    rehearsing,
    isRunning: computed(() => [running, rehearsing].some((runner) => runner.state.value.kind === 'running')),
    chooseFolder: () => choose(backup.chooseFolder()),
    useDownloads: () => choose(backup.useDownloads()),
    allowFolder: () => choose(backup.allowFolder()),
    async turnOff() {
      await backup.turnOff();
      await read();
    },
    async backUp() {
      rehearsing.forget();
      await running.run((onProgress) => backup.run(onProgress));
      await read();
    },
    async rehearse(file) {
      running.forget();
      await rehearsing.run((onProgress) => backup.rehearse(onProgress, file));
      await read();
    },
    start() {
      void read();
      return backup.subscribe(() => void read());
    },
  };
}
