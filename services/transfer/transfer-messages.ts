import type { Preferences } from '../../core/library/preferences.ts';
import type { Result } from '../../core/result.ts';
import type { ExportRequest } from '../../core/transfer/export-request.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import type { ArchiveReading } from '../backup/archiver.ts';
import type { ReadTask, WriteTask } from '../backup/backup-work.ts';
import type { StoredBytes } from '../backup/blocks.ts';
import type { ImportExtras, ImportPiece, ImportSource } from './import-source.ts';

/** The conversation between a page and its transfer worker: long work is started, watched, paused and stopped. */

/** What an export is given that a worker cannot find out. */
export interface ExportTask {
  readonly request: ExportRequest;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly appVersion: string;
  /** BCP 47. */
  readonly locale: string;
  readonly settings: Preferences;
}

/** A file that waits in the origin's private file system to be downloaded. */
export interface MadeFile {
  readonly file: File;
  readonly articles: number;
}

/** A file to import. */
export interface FileTask {
  readonly file: File;
  /** Of a backup in two files, the full copy that `file` adds to. */
  readonly base?: File | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A file that the worker reads piece by piece; its number is good until the reading is ended. */
export interface BegunReading {
  readonly reading: number;
  readonly kind: ImportSource['kind'];
  readonly extras: ImportExtras;
}

type OfReading = Pick<BegunReading, 'reading'>;

/** The work there is, by name: what it is given, and what comes of it. */
export interface Tasks {
  readonly export: { readonly given: ExportTask; readonly made: MadeFile };
  readonly preview: { readonly given: FileTask; readonly made: ImportReport };
  readonly beginReading: { readonly given: FileTask; readonly made: BegunReading };
  /** Null at the end of the file. */
  readonly readPiece: { readonly given: OfReading; readonly made: ImportPiece | null };
  readonly endReading: { readonly given: OfReading; readonly made: null };
  readonly writeBackup: { readonly given: WriteTask; readonly made: StoredBytes };
  readonly readBackup: { readonly given: ReadTask; readonly made: ArchiveReading };
}

export type TaskName = keyof Tasks;

export type Task = {
  readonly [Name in TaskName]: { readonly name: Name; readonly given: Tasks[Name]['given'] };
}[TaskName];

export type ToWorker =
  /** `job` grows by one with every start, and names the work ever after. */
  | { readonly kind: 'start'; readonly job: number; readonly task: Task }
  | { readonly kind: 'pause' | 'resume' | 'cancel'; readonly job: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly job: number; readonly done: number; readonly total: number }
  | { readonly kind: 'outcome'; readonly job: number; readonly outcome: Result<unknown> };

/** One end of the conversation: a worker seen from its page, or a page seen from its worker. */
export interface TransferPort {
  postMessage(message: ToWorker | FromWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  /** A worker that ended by a fault, seen from its page. */
  addEventListener(type: 'error', listener: (event: Event) => void): void;
}
