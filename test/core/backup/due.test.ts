import { describe, expect, it } from 'vitest';
import { type BackupRecord, NO_BACKUP } from '../../../core/backup/backup-record.ts';
import { isDue, isOverdue } from '../../../core/backup/due.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RECORD: BackupRecord = {
  ...NO_BACKUP,
  place: { kind: 'downloads' },
  chosenAt: 5 * DAY,
  currentAt: 10 * DAY,
  triedAt: 10 * DAY,
};

describe('isDue', () => {
  it('holds a day after the last one, give or take an hour', () => {
    expect(isDue(RECORD, 11 * DAY - HOUR - 1)).toBe(false);
    expect(isDue(RECORD, 11 * DAY - HOUR)).toBe(true);
    expect(isDue({ ...RECORD, everyDays: 7 }, 16 * DAY)).toBe(false);
    expect(isDue({ ...RECORD, everyDays: 7 }, 17 * DAY)).toBe(true);
  });

  it('holds at once when a place was chosen and nothing tried, and never without a place', () => {
    expect(isDue({ ...RECORD, currentAt: 0, triedAt: 0 }, 5 * DAY)).toBe(true);
    expect(isDue({ ...RECORD, place: { kind: 'none' } }, 99 * DAY)).toBe(false);
  });

  it('waits for the next day after a try that failed', () => {
    expect(isDue({ ...RECORD, triedAt: 12 * DAY }, 12 * DAY + HOUR)).toBe(false);
    expect(isDue({ ...RECORD, triedAt: 12 * DAY }, 13 * DAY)).toBe(true);
  });

  it('holds when the clock was put back behind the last one', () => {
    expect(isDue(RECORD, 3 * DAY)).toBe(true);
  });
});

describe('isOverdue', () => {
  const risk = { articles: 1, hasChanged: true };

  it('holds once the last good backup is two days later than it should be', () => {
    expect(isOverdue(RECORD, risk, 13 * DAY)).toBe(false);
    expect(isOverdue(RECORD, risk, 13 * DAY + 1)).toBe(true);
  });

  it('takes no account of tries that failed', () => {
    expect(isOverdue({ ...RECORD, triedAt: 13 * DAY }, risk, 13 * DAY + 1)).toBe(true);
  });

  it('does not hold for an empty library, nor for one that did not change', () => {
    expect(isOverdue(RECORD, { ...risk, articles: 0 }, 99 * DAY)).toBe(false);
    expect(isOverdue(RECORD, { ...risk, hasChanged: false }, 99 * DAY)).toBe(false);
  });

  it('counts from the choice of the place where no backup was made yet, and never without a place', () => {
    expect(isOverdue({ ...RECORD, currentAt: 0 }, risk, 8 * DAY)).toBe(false);
    expect(isOverdue({ ...RECORD, currentAt: 0 }, risk, 8 * DAY + 1)).toBe(true);
    expect(isOverdue({ ...RECORD, place: { kind: 'none' } }, risk, 99 * DAY)).toBe(false);
  });
});
