import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackupFile } from '../../../core/backup/backup-record.ts';
import { rotate } from '../../../core/backup/rotation.ts';
import { aBackupFile } from '../../support/backup-builders.ts';

/** `F` a full copy, `c` what changed since the full copy before it. */
function history(letters: string): BackupFile[] {
  let base: string | null = null;
  return [...letters].map((letter, at) => {
    const name = `${at}${letter}`;
    if (letter === 'F') base = name;
    return aBackupFile({ name, at, base: letter === 'F' ? null : base });
  });
}

const kept = (letters: string, copies: number) => rotate(history(letters), copies).kept.map(({ name }) => name);

it('keeps the days just past of the newest full copy, and the last of each older one', () => {
  expect(kept('FccccFccFcccc', 3)).toEqual(['0F', '4c', '5F', '7c', '8F', '10c', '11c', '12c']);
  expect(kept('FccccFccFcccc', 1)).toEqual(['8F', '12c']);
  expect(kept('F', 3)).toEqual(['0F']);
});

it('never lets go of what the newest needs, nor keeps more full copies than asked, nor changes without their full copy', () => {
  const letters = fc.array(fc.constantFrom('F', 'c', 'c', 'c'), { maxLength: 30 }).map((rest) => `F${rest.join('')}`);
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 4 }), (text, copies) => {
      const files = history(text);
      const { kept, outdated } = rotate(files, copies);
      const names = new Set(kept.map(({ name }) => name));
      expect(kept).toContain(files.at(-1));
      expect(kept.every(({ base }) => base === null || names.has(base))).toBe(true);
      expect(kept.filter(({ base }) => base === null).length).toBe(Math.min(copies, text.split('F').length - 1));
      expect([...kept, ...outdated].sort((one, other) => one.at - other.at)).toEqual(files);
    }),
  );
});
