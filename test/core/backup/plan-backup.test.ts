import { expect, it } from 'vitest';
import { planBackup, type Situation } from '../../../core/backup/plan-backup.ts';
import { aBackupFile } from '../../support/backup-builders.ts';

const DAY = 86_400_000;
const BASE = aBackupFile({ at: 100 * DAY });

/** A library of 100,000 with a full copy of yesterday and 20 changes since. */
function plan(change: Partial<Situation> = {}) {
  return planBackup({ now: 101 * DAY, articles: 100_000, base: BASE, isCurrent: false, changed: 20, ...change });
}

it('writes only what changed, while the full copy is there', () => {
  expect(plan()).toEqual({ kind: 'changes', base: BASE });
});

it('writes a full copy where there is none, or none that the change log knows', () => {
  expect(plan({ base: null, changed: null })).toEqual({ kind: 'full' });
  expect(plan({ changed: null, isCurrent: true })).toEqual({ kind: 'full' });
});

it('writes nothing when all is in it already, however old it is', () => {
  expect(plan({ isCurrent: true, now: 500 * DAY })).toEqual({ kind: 'nothing' });
});

it('writes a full copy again after thirty days, and when the clock was put back behind it', () => {
  expect(plan({ now: 130 * DAY - 1 }).kind).toBe('changes');
  expect(plan({ now: 130 * DAY }).kind).toBe('full');
  expect(plan({ now: 99 * DAY }).kind).toBe('full');
});

it('writes a full copy again when a fifth of the library changed, and never for a thousand articles or fewer', () => {
  expect(plan({ changed: 20_000 }).kind).toBe('changes');
  expect(plan({ changed: 20_001 }).kind).toBe('full');
  expect(plan({ articles: 3, changed: 1_000 }).kind).toBe('changes');
  expect(plan({ articles: 3, changed: 1_001 }).kind).toBe('full');
});
