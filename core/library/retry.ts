import { isTransient, type Problem } from '../problem.ts';
import type { QueueRecord } from './records.ts';

/** A save that failed this often waits no more; only the reader can ask again. */
export const MOST_ATTEMPTS = 5;

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;
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
  const attempts = (before?.attempts ?? 0) + 1;
  const queuedAt = before?.queuedAt ?? now;
  const gaveUp = attempts >= MOST_ATTEMPTS || !isTransient(problem);
  const notBefore = gaveUp ? null : now + waitMs(attempts, problem.retryAfterMs ?? 0, chance);
  return { slug, queuedAt, attempts, notBefore, problem };
}

function waitMs(attempts: number, askedMs: number, chance: number): number {
  const doubled = FIRST_WAIT_MS * 2 ** (attempts - 1);
  const spread = 1 - SPREAD + 2 * SPREAD * chance;
  return Math.max(Math.min(doubled, LONGEST_WAIT_MS) * spread, Math.min(askedMs, LONGEST_WAIT_MS));
}
