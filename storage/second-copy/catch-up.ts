import type { LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { copyPiece } from './copy-out.ts';
import { readSentinel } from './sentinel.ts';

export interface CatchUpParts {
  readonly keyed: KeyedStore;
  readonly locks: Pick<LockManager, 'request'>;
  /** The name of the lock that whoever writes holds. */
  readonly lock: string;
}

/**
 * Copies all that is not copied yet, behind everything else: a piece at a time, with the writes between them. One context does
 * it; where one does already, nothing happens. Whoever meets what a stopped one left, a guard or a write, begins it again.
 */
export async function catchUpBehind({ keyed, locks, lock }: CatchUpParts, database: LibraryDatabase): Promise<void> {
  const copySome = async (): Promise<boolean> => {
    const sentinel = await readSentinel(keyed);
    return sentinel === null || (await copyPiece(database, keyed, sentinel)).isAll;
  };
  await locks.request(`${lock}-behind`, { ifAvailable: true }, async (held) => {
    while (held !== null && !(await locks.request(lock, copySome)));
  });
}
