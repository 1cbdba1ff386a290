import type { StoredBytes } from './blocks.ts';

/** How a backup's files are made and read, so that what keeps backups need not know the archive's format. */

/** Watches over a long read or write: rejects in `pass` when it is to stop, waits there while it is to pause. */
export interface Progress {
  readonly signal: AbortSignal;
  pass(done: number, total: number): Promise<void>;
}

/** Where an archive is to be written, and what. */
export interface ArchiveTask {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
  /** Milliseconds since 1970: the time it carries. */
  readonly at: number;
  /** The articles that go in, as far as they are there or in the bin; null for the whole library. */
  readonly slugs: ReadonlySet<string> | null;
}

/** What reading an archive found. */
export interface ArchiveReading {
  /** Its articles without those in the bin: slugs, with the fingerprint of each. */
  readonly articles: ReadonlyMap<string, string>;
  /** Articles that are no longer in the library, since they were removed after the full copy. */
  readonly gone: readonly string[];
  /** Files whose hash, size or count is not what the manifest says. */
  readonly damaged: number;
}

/** All reject with what the browser threw, or with `TransferFailed`. */
export interface Archiver {
  /** SHA-256 of what no change record tells of: saved searches, settings. */
  besideHash(): Promise<string>;
  /** Writes an archive, reads it back and answers what was stored. Something unfinished may lie there when it rejects. */
  write(task: ArchiveTask, progress: Progress): Promise<StoredBytes>;
  /** Reads a whole archive. */
  read(file: Blob, progress: Progress): Promise<ArchiveReading>;
}
