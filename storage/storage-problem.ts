import { type Problem, problem } from '../core/problem.ts';
import { CopyFailed } from './keyed-store.ts';

/**
 * Names what IndexedDB threw. A full disk has four faces in Chromium (`QuotaExceededError`, `DataError: Failed to write
 * blobs`, `UnknownError … FILE_ERROR_NO_SPACE`, and an abort caused by one of them); they all mean the same to a person.
 */
export function storageProblem(thrown: unknown): Problem {
  if (thrown instanceof CopyFailed) return problem('copy-failed', thrown.message);
  if (!(thrown instanceof DOMException)) return problem('storage-failed', String(thrown));
  const detail = `${thrown.name}: ${thrown.message}`;
  if (thrown.name === 'VersionError') return problem('database-newer', detail);
  return problem(meansDiskFull(thrown) ? 'disk-full' : 'storage-failed', detail);
}

function meansDiskFull({ name, message }: DOMException): boolean {
  if (name === 'QuotaExceededError') return true;
  if (name === 'DataError') return message.includes('Failed to write blobs');
  return /NO_SPACE|disk is full|quota/i.test(message);
}
