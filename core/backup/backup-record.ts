/**
 * What is remembered of backups between runs. A restore point is a full copy, or a full copy and one file with all that
 * changed since it was made: every such file is complete by itself, so that a restore reads two files at most, and one
 * that is lost takes no other with it. A file is remembered here only once it was stored and read back.
 */

/** The last change that a file holds. Number, slug and time together: a log that was begun anew counts from 1 again. */
export interface LogPlace {
  readonly sequence: number;
  readonly slug: string;
  readonly at: number;
}

/** One file of a backup, as it was when it was read back. */
export interface BackupFile {
  readonly name: string;
  /** The full copy that this file adds to; null for a full copy. */
  readonly base: string | null;
  /** When it was begun, milliseconds since 1970: what was changed before that is in it. */
  readonly at: number;
  readonly bytes: number;
  /** SHA-256 of each block of the file in turn (`services/backup/blocks.ts`), lower-case hex. */
  readonly blocks: readonly string[];
  /** Articles in the library when it was made. */
  readonly articles: number;
  /** The last change it holds; null in a library without any. */
  readonly through: LogPlace | null;
  /** SHA-256 of what no change record tells of: saved searches, settings. */
  readonly beside: string;
}

export type PlaceChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'downloads' };

export interface BackupRecord {
  readonly place: PlaceChoice;
  /** When the place was chosen, milliseconds since 1970. */
  readonly chosenAt: number;
  readonly copies: number;
  readonly everyDays: number;
  /** Finished files in the chosen place, the oldest first. */
  readonly files: readonly BackupFile[];
  /** When the last of `files` was last known to be all there is, milliseconds since 1970. */
  readonly currentAt: number;
  /** When a backup was last tried to its end, milliseconds since 1970; 0 when never. */
  readonly triedAt: number;
  /** Names of files that are to go: outdated ones, and what a backup that was cut off may have left. */
  readonly unwanted: readonly string[];
}

export const NO_BACKUP: BackupRecord = {
  place: { kind: 'none' },
  chosenAt: 0,
  copies: 3,
  everyDays: 1,
  files: [],
  currentAt: 0,
  triedAt: 0,
  unwanted: [],
};

/** Reads what was stored; whatever of it is missing or not understood is as if there were no backup yet. */
export function readBackupRecord(stored: unknown): BackupRecord {
  if (!isObject(stored)) return NO_BACKUP;
  const { place, files, unwanted } = stored;
  if (!isPlace(place)) return NO_BACKUP;
  return {
    place,
    chosenAt: countOf(stored.chosenAt, NO_BACKUP.chosenAt),
    copies: Math.max(1, countOf(stored.copies, NO_BACKUP.copies)),
    everyDays: Math.max(1, countOf(stored.everyDays, NO_BACKUP.everyDays)),
    files: Array.isArray(files) ? files.filter(isFile) : [],
    currentAt: countOf(stored.currentAt, 0),
    triedAt: countOf(stored.triedAt, 0),
    unwanted: Array.isArray(unwanted) ? unwanted.filter(isText) : [],
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function countOf(value: unknown, otherwise: number): number {
  return isCount(value) ? value : otherwise;
}

function isPlace(value: unknown): value is PlaceChoice {
  if (!isObject(value)) return false;
  return value.kind === 'none' || value.kind === 'downloads' || (value.kind === 'folder' && isText(value.name));
}

function isLogPlace(value: unknown): value is LogPlace {
  return isObject(value) && isCount(value.sequence) && isText(value.slug) && isCount(value.at);
}

function isFile(value: unknown): value is BackupFile {
  return (
    isObject(value) &&
    isText(value.name) &&
    (value.base === null || isText(value.base)) &&
    [value.at, value.bytes, value.articles].every(isCount) &&
    Array.isArray(value.blocks) &&
    value.blocks.every(isText) &&
    (value.through === null || isLogPlace(value.through)) &&
    isText(value.beside)
  );
}
