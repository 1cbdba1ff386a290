import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRecord } from '../../../core/library/records.ts';
import { afterFailure, MOST_ATTEMPTS } from '../../../core/library/retry.ts';
import { problem } from '../../../core/problem.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The waits, in milliseconds, of one article that fails again and again. */
function waits(times: number, retryAfterMs: number | undefined, chance: number): (number | null)[] {
  let entry: QueueRecord | null = null;
  return Array.from({ length: times }, () => {
    const met = retryAfterMs === undefined ? problem('server-error') : { ...problem('rate-limited'), retryAfterMs };
    entry = afterFailure('a', entry, met, 0, chance);
    return entry.notBefore;
  });
}

describe('the wait after a failed save', () => {
  it('doubles from a minute, and ends with giving up at the last attempt', () => {
    expect(waits(MOST_ATTEMPTS, undefined, 0.5)).toEqual(
      [1, 2, 4, 8].map((minutes) => minutes * MINUTE).concat([null as never]),
    );
  });

  it('goes on for as long as there is no network, never over five minutes, and leaves tries for later', () => {
    let entry: QueueRecord | null = null;
    for (let tries = 0; tries < 100; tries += 1) {
      entry = afterFailure('a', entry, problem('offline'), 0, 1);
      expect(entry.notBefore).toBeGreaterThan(0);
      expect(entry.notBefore).toBeLessThan(5 * MINUTE);
    }
    expect(afterFailure('a', entry, problem('server-error'), 0, 1).notBefore).not.toBeNull();
  });

  it('does not start afresh when the network goes after other failures', () => {
    const tired: QueueRecord = { slug: 'a', queuedAt: 0, attempts: 4, notBefore: 0, problem: problem('timeout') };
    expect(afterFailure('a', tired, problem('offline'), 0, 0.5)).toMatchObject({ attempts: 4, notBefore: 8 * MINUTE });
  });

  it('is at least what the server asked for, and never more than a little over an hour', () => {
    fc.assert(
      fc.property(fc.nat(10 * HOUR), fc.double({ min: 0, max: 1, noNaN: true }), (asked, chance) => {
        for (const wait of waits(MOST_ATTEMPTS - 1, asked, chance)) {
          expect(wait).toBeGreaterThanOrEqual(Math.min(asked, HOUR));
          expect(wait).toBeLessThanOrEqual(1.2 * HOUR);
        }
      }),
    );
  });

  it('is spread, so that many clients do not come back in step', () => {
    expect(waits(1, undefined, 0)[0]).toBeLessThan(waits(1, undefined, 1)[0] ?? 0);
  });

  it('is none for a problem that does not pass by itself', () => {
    expect(afterFailure('a', null, problem('gone'), 0, 0).notBefore).toBeNull();
  });

  it('counts attempts and keeps when the save was first asked for', () => {
    const first = afterFailure('a', null, problem('offline'), 7, 0.5);
    expect(afterFailure('a', first, problem('timeout'), 9, 0.5)).toMatchObject({ attempts: 2, queuedAt: 7 });
  });
});
