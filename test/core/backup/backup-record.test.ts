import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesName, fullName, lastBackup } from '../../../core/backup/backup-name.ts';
import { type BackupRecord, NO_BACKUP, readBackupRecord } from '../../../core/backup/backup-record.ts';
import { aBackupFile } from '../../support/backup-builders.ts';

const RECORD: BackupRecord = {
  place: { kind: 'folder', name: 'Backups' },
  chosenAt: 1,
  copies: 2,
  everyDays: 7,
  files: [aBackupFile(), aBackupFile({ name: 'more.zip', base: 'full.zip', through: null })],
  currentAt: 2,
  triedAt: 3,
  unwanted: ['old.zip'],
};

it('reads back what was stored', () => {
  expect(readBackupRecord(JSON.parse(JSON.stringify(RECORD)))).toEqual(RECORD);
  expect(readBackupRecord(undefined)).toEqual(NO_BACKUP);
});

it('takes nothing for a finished file that is not wholly described', () => {
  for (const field of Object.keys(aBackupFile())) {
    const files = [{ ...aBackupFile(), [field]: undefined }];
    expect(readBackupRecord({ ...RECORD, files }).files, field).toEqual([]);
  }
});

it('reads a record out of anything', () => {
  const field = fc.constantFrom(...Object.keys(RECORD));
  fc.assert(
    fc.property(field, fc.jsonValue(), (name, value) => {
      const read = readBackupRecord({ ...RECORD, [name]: value });
      expect(readBackupRecord(read)).toEqual(read);
      expect(read.copies).toBeGreaterThan(0);
      expect(read.everyDays).toBeGreaterThan(0);
    }),
  );
});

it('names files so that they sort by time, and what belongs to a full copy after it', () => {
  const at = Date.UTC(2026, 10, 23, 14, 47, 5);
  const full = fullName(at);
  expect(changesName(full, at) > full).toBe(true);
  expect(full).toBe('offprint-2026-11-23-144705-full.zip');
  expect(changesName(full, at + 86_400_000)).toBe('offprint-2026-11-23-144705-plus-2026-11-24-144705.zip');
});

it('finds the two files of the last backup among all that a person chose', () => {
  const full = { name: fullName(1_000) };
  const changes = [2_000, 3_000].map((at) => ({ name: changesName(full.name, at) }));
  const older = { name: fullName(0) };
  expect(lastBackup([full, ...changes, older])).toEqual([changes[1], full]);
  expect(lastBackup([older, full])).toEqual([full]);
  expect(lastBackup([older, ...changes])).toEqual([changes[1]]);
  expect(lastBackup([{ name: 'mine.json' }])).toEqual([{ name: 'mine.json' }]);
  expect(lastBackup([])).toEqual([]);
});
