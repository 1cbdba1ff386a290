import type { Recovery } from '../../core/library/recovery.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { RECOVERY_KEY } from './copy-keys.ts';
import { isObject } from './packed-holding.ts';

/** A recovery as it is kept, from before it puts the first article back: one that was stopped goes on with it. */
export interface LoggedRecovery extends Recovery {
  readonly isUnderWay: boolean;
  /** Articles that the database still had. */
  readonly before: number;
}

/** The last recovery that nobody has put away, or null. Rejects as `KeyedStore.get`. */
export async function readRecovery(keyed: KeyedStore): Promise<LoggedRecovery | null> {
  return parseRecovery((await keyed.get([RECOVERY_KEY]))[RECOVERY_KEY]);
}

function parseRecovery(value: unknown): LoggedRecovery | null {
  if (!isObject(value)) return null;
  const { at, restored, expected, reason, isUnderWay, before = 0 } = value;
  if (typeof at !== 'number' || typeof before !== 'number') return null;
  if (typeof restored !== 'number' || typeof expected !== 'number') return null;
  if (reason !== 'empty' && reason !== 'behind' && reason !== 'unreadable') return null;
  return { at, restored, expected, reason, isUnderWay: isUnderWay === true, before };
}
