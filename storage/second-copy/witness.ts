import type { LoggedRecovery } from './recovery-log.ts';
import type { Sentinel } from './sentinel.ts';
import type { Standing } from './standing.ts';

/**
 * A third place, apart from the database and its second copy, that remembers how far both were. It holds nothing that
 * could bring anything back: it is there so that what both lost is told.
 */
export interface Witness {
  /** What it remembers; null when that is nothing, or cannot be read. Never rejects. */
  read(): Promise<Sentinel | null>;
  /** Remembers soon that both stores have what `sentinel` says; nobody waits for it, and it may be forgotten. */
  note(sentinel: Sentinel): void;
  /** What both stores lost, until the person puts it away: a note in either store may lie behind its tear. Never rejects. */
  loss(): Promise<LoggedRecovery | null>;
  keepLoss(loss: LoggedRecovery | null): Promise<void>;
}

/** What the witness saw, where that is more than either store knows of; else null. */
export function lostByBoth(seen: Sentinel | null, standing: Standing, sentinel: Sentinel | null): Sentinel | null {
  if (seen === null || seen.through <= Math.max(standing.last, sentinel?.through ?? 0)) return null;
  const id = sentinel?.id ?? standing.id;
  return id === null || id === seen.id ? seen : null;
}
