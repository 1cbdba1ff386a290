import type { BackupFile } from '../../core/backup/backup-record.ts';

/** A remembered file of a backup; `change` says what matters to a test. */
export function aBackupFile(change: Partial<BackupFile> = {}): BackupFile {
  return {
    name: 'full.zip',
    base: null,
    at: 1_000,
    bytes: 10,
    blocks: ['b10c'],
    articles: 3,
    through: { sequence: 3, slug: 'third', at: 900 },
    beside: 'be51de',
    ...change,
  };
}
