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

/** The note in what was read; null when there is none. */
export function parseRecovery(value: unknown): LoggedRecovery | null {
  if (!isObject(value)) return null;
  const { at, restored, expected, missing = 0, areChangesLost, reason, isUnderWay, before = 0 } = value;
  if (typeof at !== 'number' || typeof before !== 'number') return null;
  if (typeof restored !== 'number' || typeof expected !== 'number') return null;
  if (typeof missing !== 'number' || !isReason(reason)) return null;
  const flags = { areChangesLost: areChangesLost === true, isUnderWay: isUnderWay === true };
  return { at, restored, expected, missing, reason, before, ...flags };
}

function isReason(value: unknown): value is Recovery['reason'] {
  return value === 'empty' || value === 'behind' || value === 'unreadable' || value === 'both';
}

/** The note that database and second copy lost the same: of the `expected` articles there are `left`. */
export function lossOfBoth(at: number, expected: number, left: number): LoggedRecovery {
  const missing = Math.max(0, expected - left);
  const told = { at, restored: 0, expected, missing, areChangesLost: true, reason: 'both', before: left } as const;
  return { ...told, isUnderWay: false };
}
