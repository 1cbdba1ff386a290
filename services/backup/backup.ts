import type { Result } from '../../core/result.ts';
import type { Job, OnProgress } from '../transfer/transfer.ts';

/** Where backups go by themselves. */
export type BackupPlace =
  | { readonly kind: 'none' }
  /** A folder the person chose, by its name. `isAllowed`: whether the browser lets us write there without asking again. */
  | { readonly kind: 'folder'; readonly name: string; readonly isAllowed: boolean }
  /** The folder `Offprint` in the downloads folder. */
  | { readonly kind: 'downloads' };

/** One finished backup. */
export interface BackupReceipt {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly articles: number;
  readonly bytes: number;
}

export interface BackupState {
  readonly place: BackupPlace;
  /** Whether a folder can be chosen in this browser. */
  readonly canChooseFolder: boolean;
  /** How many copies are kept. */
  readonly copies: number;
  readonly everyDays: number;
  /** The last backup that was finished and read back; null when there was none. */
  readonly last: BackupReceipt | null;
  /** Whether the last good backup is older than it should be, and there are articles to lose. */
  readonly isOld: boolean;
}

/** What reading a backup back found. */
export interface Rehearsal {
  readonly articles: number;
  /** Articles of the library that the backup does not hold, or holds otherwise. */
  readonly missing: number;
  /** Files whose hash or count is not what the manifest says. */
  readonly damaged: number;
}

/** Backups that run by themselves, as a page uses them. */
export interface Backup {
  state(): Promise<BackupState>;
  /** Lets the person choose a folder; false when they did not. Must be called in a click. */
  chooseFolder(): Promise<Result<boolean>>;
  /** Uses the downloads folder; asks for the permission it needs. Must be called in a click. */
  useDownloads(): Promise<Result<boolean>>;
  /** Asks again for a folder that was chosen before. Must be called in a click. */
  allowFolder(): Promise<Result<boolean>>;
  turnOff(): Promise<void>;
  /** Makes a backup now. */
  run(onProgress: OnProgress): Job<BackupReceipt>;
  /** Reads the last backup back, whole, and compares it with the library. A backup in the downloads folder is chosen by hand. */
  rehearse(onProgress: OnProgress, file?: File): Job<Rehearsal>;
  /** Calls `listener` when the state changed, by any context; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}
