import type { ChangeRecord } from '../../core/library/records.ts';
import type { LibraryDatabase } from '../database.ts';
import { CopyFailed, type KeyedStore } from '../keyed-store.ts';
import type { WriteTransaction } from '../store.ts';
import { catchUpBehind } from './catch-up.ts';
import { type CopyBatch, collect, copiesOf } from './collect-copies.ts';
import { advanced, PIECE, pieceAfter, putBatch } from './copy-out.ts';
import { copySearches } from './searches-copy.ts';
import { readSentinel, type Sentinel } from './sentinel.ts';
import { touchedBy } from './touched.ts';
import type { Witness } from './witness.ts';

/** Whoever writes to the library and its second copy holds the Web Lock of this name, so that both see one order. */
export const WRITE_LOCK = 'offprint-write';

export interface SecondCopyParts {
  readonly keyed: KeyedStore;
  readonly locks: Pick<LockManager, 'request'>;
  /** The lock's name: another one for another library. */
  readonly lock?: string;
  /** Hears of every write that is in both stores. */
  readonly witness?: Witness | undefined;
}

/** Looks at what a write did, at the end of its transaction. */
export type BeforeCommit = (transaction: WriteTransaction, changes: readonly ChangeRecord[]) => Promise<void>;

/** The second copy as a store writes to it. */
export interface SecondCopy {
  /** Runs `work` while nobody else writes. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Begins to copy what `changes` touched, in their transaction: it is packed while the browser writes the transaction to disk.
   * `finish` writes it once the transaction is complete, and rejects with `CopyFailed`; where many earlier changes are not
   * copied either, they are from then on, behind everything else. Only inside `alone`.
   */
  begin(database: LibraryDatabase): { readonly beforeCommit: BeforeCommit; finish(): Promise<void> };
  /** Copies the saved searches. Only inside `alone`; rejects with `CopyFailed`. */
  copySearches(database: LibraryDatabase): Promise<void>;
}

/** A second copy in `keyed`. */
export function createSecondCopy({ keyed, locks, lock = WRITE_LOCK, witness }: SecondCopyParts): SecondCopy {
  return {
    alone: (work) => locks.request(lock, work),
    begin(database) {
      const reading = readSentinel(keyed);
      reading.catch(() => {}); // Awaited in `finish`, which may never be called.
      let changes: readonly ChangeRecord[] = [];
      let packing: Promise<CopyBatch> | null = null;
      return {
        async beforeCommit(transaction, made) {
          changes = made;
          if (changes.length === 0) return;
          packing = copiesOf(await collect(transaction, touchedBy(changes)));
          packing.catch(() => {});
        },
        async finish() {
          if (packing === null) return;
          try {
            const next = await copyOut(database, keyed, changes, await packing, await reading);
            if (next !== null) witness?.note(next);
            else void catchUpBehind({ keyed, locks, lock }, database).catch(() => {}); // The next write begins it again.
          } catch (thrown) {
            throw new CopyFailed(thrown);
          }
        },
      };
    },
    copySearches: (database) =>
      copySearches(database, keyed).catch((thrown: unknown) => {
        throw new CopyFailed(thrown);
      }),
  };
}

/** Writes the copies of one write, with what an earlier one was stopped before, unless that is much; answers the sentinel as it is then, null where much is left to copy. */
async function copyOut(
  database: LibraryDatabase,
  keyed: KeyedStore,
  changes: readonly ChangeRecord[],
  own: CopyBatch,
  sentinel: Sentinel | null,
): Promise<Sentinel | null> {
  const first = changes[0]?.sequence ?? 0;
  const last = changes.at(-1)?.sequence ?? 0;
  if (sentinel === null) throw new Error('the sentinel is gone');
  const missed = first - sentinel.through - 1;
  if (missed < 0) throw new Error('the database is behind its second copy');
  if (missed > PIECE) {
    await putBatch(keyed, own);
    return null;
  }
  const gap = missed === 0 ? { batch: NOTHING, next: sentinel } : await pieceAfter(database, sentinel, first);
  const items = { ...gap.batch.items, ...own.items };
  const gone = [...gap.batch.gone.filter((key) => !(key in own.items)), ...own.gone];
  const next = advanced(gap.next, changes, last);
  await putBatch(keyed, { items, gone }, next);
  return next;
}

const NOTHING: CopyBatch = { items: {}, gone: [] };
