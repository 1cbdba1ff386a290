import type { BackupRecord } from './backup-record.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A daily backup is made when the library is opened at about the same time each day, and not an hour later each day. */
const EARLY_MS = HOUR_MS;

/** How long a backup may be late (a weekend away, a folder that is not there today) before the person is told. */
const GRACE_MS = 2 * DAY_MS;

/** Whether the next backup is to be made. One that failed was tried as well: it comes again at the next due time. */
export function isDue(record: BackupRecord, now: number): boolean {
  if (record.place.kind === 'none') return false;
  const since = now - Math.max(record.triedAt, record.currentAt);
  return since < 0 || since >= record.everyDays * DAY_MS - EARLY_MS;
}

/** The library beside its last backup. */
export interface AtRisk {
  readonly articles: number;
  /** Whether anything changed since the last good backup, or there was none. */
  readonly hasChanged: boolean;
}

/** Whether the last good backup is older than it should be, and there is something to lose. */
export function isOverdue(record: BackupRecord, { articles, hasChanged }: AtRisk, now: number): boolean {
  if (record.place.kind === 'none' || articles === 0 || !hasChanged) return false;
  return now - Math.max(record.currentAt, record.chosenAt) > record.everyDays * DAY_MS + GRACE_MS;
}
