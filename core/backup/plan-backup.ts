import type { BackupFile } from './backup-record.ts';

/** What a backup has to write. */
export type BackupPlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'full' }
  | { readonly kind: 'changes'; readonly base: BackupFile };

/** What is known before a backup is made. */
export interface Situation {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Articles in the library. */
  readonly articles: number;
  /** The newest full copy that is still in its place, whole; null when there is none. */
  readonly base: BackupFile | null;
  /** Whether the newest file of all is still in its place and holds everything. */
  readonly isCurrent: boolean;
  /** Articles changed since `base`; null when the change log cannot tell, for it is not the one that `base` knew. */
  readonly changed: number | null;
}

const DAY_MS = 86_400_000;

/** A full copy serves this long: rust on a disk shows when a file is read again, not before. */
export const FULL_EVERY_DAYS = 30;

/** So few changed articles are never worth a new full copy; and a library that is begun anew does not soon rotate out the old one. */
const FEW = 1_000;

/**
 * Decides between a full copy and one file of changes. Each new file of changes is written whole, so their cost grows
 * with the distance from the full copy: past a fifth of the library a new full copy is the cheaper way on.
 */
export function planBackup({ now, articles, base, isCurrent, changed }: Situation): BackupPlan {
  if (base === null || changed === null) return { kind: 'full' };
  if (isCurrent) return { kind: 'nothing' };
  const isOld = now - base.at >= FULL_EVERY_DAYS * DAY_MS || now < base.at;
  return isOld || changed > Math.max(FEW, articles / 5) ? { kind: 'full' } : { kind: 'changes', base };
}
