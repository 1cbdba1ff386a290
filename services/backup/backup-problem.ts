import { type Problem, problem } from '../../core/problem.ts';
import { storageProblem } from '../../storage/storage-problem.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';

/** What File System Access throws when the permission was withdrawn, or the folder is gone or cannot be written. */
const FOLDER_ERRORS = [
  'NotAllowedError',
  'SecurityError',
  'NotFoundError',
  'NoModificationAllowedError',
  'TypeMismatchError',
];

/** Names what ended a backup or a rehearsal; a job that was cancelled says so, whatever broke off with it. */
export function backupProblem(thrown: unknown, signal?: AbortSignal): Problem {
  if (signal?.aborted) return problem('cancelled');
  if (thrown instanceof TransferFailed) return thrown.problem;
  if (thrown instanceof DOMException && FOLDER_ERRORS.includes(thrown.name)) {
    return problem('no-folder-access', `${thrown.name}: ${thrown.message}`);
  }
  return storageProblem(thrown);
}
