import type { Holding } from '../../core/library/records.ts';

/** How a backup's files are made and read, so that what keeps backups need not know the archive's format. */

/** Watches over a long read or write: rejects in `pass` when it is to stop, waits there while it is to pause. */
export interface Progress {
  readonly signal: AbortSignal;
  pass(done: number, total: number): Promise<void>;
}

/** What a file of changes holds beside all that no change record tells of. */
export interface ChangesOf {
  /** The name of the full copy it adds to. */
  readonly base: string;
  /** Articles that changed: those that are still there, or in the bin, go in whole. */
  readonly slugs: ReadonlySet<string>;
}

/** What reading an archive found. */
export interface ArchiveReading {
  /** Files whose hash, size or count is not what the manifest says. */
  readonly damaged: number;
  /** Articles that are no longer in the library, since they were removed after the full copy. */
  readonly gone: readonly string[];
}

export interface Archiver {
  /** SHA-256 of what no change record tells of: saved searches, settings. */
  besideHash(): Promise<string>;
  /** An archive of the whole library; of `changes` only where given. */
  write(at: number, changes: ChangesOf | null, progress: Progress): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Reads a whole archive; `receive` hears its articles, without those in the bin. Rejects with `BackupFailed` when it is none. */
  read(file: Blob, receive: (holding: Holding) => void, progress: Progress): Promise<ArchiveReading>;
}
