import { isTransient, type Problem } from '../problem.ts';
import type { QueueRecord } from './records.ts';

/** A save that failed this often waits no more; only the reader can ask again. Being offline is no such failure. */
export const MOST_ATTEMPTS = 5;

/**
 * Without a network nothing was tried yet: however long that lasts, no more than so many tries count, the waits stay
 * short enough to notice its return soon, and some tries are left.
 */
const MOST_OFFLINE_ATTEMPTS = 3;

const FIRST_WAIT_MS = 60_000;
/** The longest wait, whether it grew or the server asked for it, milliseconds. */
export const LONGEST_WAIT_MS = 3_600_000;
/** Waits are spread by up to this share in both directions, so that many clients do not come back in step. */
const SPREAD = 0.2;

/**
 * The queue's entry after one more try of `slug` met `problem`. The wait doubles from a minute up to an hour, or is what
 * the server asked for if that is longer. `chance` is a random number from 0 to 1.
 */
export function afterFailure(
  slug: string,
  before: QueueRecord | null,
  problem: Problem,
  now: number,
  chance: number,
): QueueRecord {
  const attempts = countAttempts(before?.attempts ?? 0, problem);
  const queuedAt = before?.queuedAt ?? now;
  const gaveUp = attempts >= MOST_ATTEMPTS || !isTransient(problem);
  const notBefore = gaveUp ? null : now + waitMs(attempts, problem.retryAfterMs ?? 0, chance);
  return { slug, queuedAt, attempts, notBefore, problem };
}

function countAttempts(before: number, { kind }: Problem): number {
  return kind === 'offline' ? Math.max(before, Math.min(before + 1, MOST_OFFLINE_ATTEMPTS)) : before + 1;
}

function waitMs(attempts: number, askedMs: number, chance: number): number {
  const doubled = FIRST_WAIT_MS * 2 ** (attempts - 1);
  const spread = 1 - SPREAD + 2 * SPREAD * chance;
  return Math.max(Math.min(doubled, LONGEST_WAIT_MS) * spread, Math.min(askedMs, LONGEST_WAIT_MS));
}
