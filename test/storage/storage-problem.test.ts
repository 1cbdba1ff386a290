import { expect, it } from 'vitest';
import { storageProblem } from '../../storage/storage-problem.ts';

it.each([
  ['QuotaExceededError', 'Quota exceeded', 'disk-full'],
  ['DataError', 'Failed to write blobs (IOError)', 'disk-full'],
  ['UnknownError', 'IO error: 000012.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE)', 'disk-full'],
  ['AbortError', 'The transaction was aborted because the disk is full', 'disk-full'],
  ['VersionError', 'The requested version (1) is less than the existing version (2).', 'database-newer'],
  ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 'storage-failed'],
  ['DataError', 'The data provided does not meet requirements.', 'storage-failed'],
])('names %s “%s” %s', (name, message, kind) => {
  expect(storageProblem(new DOMException(message, name)).kind).toBe(kind);
});

it('names anything else a failure of storage, with what was thrown in the detail', () => {
  expect(storageProblem(new TypeError('odd'))).toEqual({ kind: 'storage-failed', detail: 'TypeError: odd' });
});
