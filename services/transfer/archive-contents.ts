import type { Manifest } from '../../core/archive/manifest.ts';
import type { Preferences } from '../../core/library/preferences.ts';
import type { Holding, RedirectRecord, SavedSearchRecord } from '../../core/library/records.ts';
import type { ImportRefusal } from '../../core/transfer/import-report.ts';

/** An article of an archive, checked; `removedAt` (milliseconds since 1970) says that it lay in the bin. */
export interface ArchivedHolding {
  readonly holding: Holding;
  /** Its content is not what its own line says it is; left out where it is. */
  readonly isDoubtful?: boolean;
  readonly removedAt: number | null;
}

/** What reading an archive meets, one after another. */
export type ArchiveItem = ArchivedHolding | ImportRefusal;

/** What one list brings, and what of it was refused. */
export interface ArchiveList<T> {
  readonly records: readonly T[];
  readonly refusals: readonly ImportRefusal[];
}

/**
 * An opened archive. Nothing of it is believed: each record was parsed, and each file compared with its hash. What is
 * damaged comes as refusals, between what is whole; reading never throws for what a file holds.
 */
export interface ArchiveReader {
  readonly manifest: Manifest;
  /** Every article, those of the library and then those of the bin, newest save first, in batches of some dozens. */
  holdings(): AsyncIterable<readonly ArchiveItem[]>;
  searches(): Promise<ArchiveList<SavedSearchRecord>>;
  redirects(): Promise<ArchiveList<RedirectRecord>>;
  /** Null when the archive brings none that can be read. */
  settings(): Promise<Preferences | null>;
  /** Compares every file with its size and hash, and the directory with `files.jsonl`; `onFile` hears how many are done. */
  verify(onFile?: (done: number) => void): AsyncIterable<ImportRefusal>;
}
