import type { IDBPTransaction } from 'idb';
import type { ChangeKind, ChangeRecord } from '../core/library/records.ts';
import { problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { type Announcements, openAnnouncements } from './announcements.ts';
import { type Connection, connectLibrary, type LibraryDatabase } from './database.ts';
import type { DiskReserve } from './disk-reserve.ts';
import { CopyFailed } from './keyed-store.ts';
import { type LibrarySchema, type SideStore, WRITTEN_STORES } from './schema.ts';
import type { BeforeCommit, SecondCopy } from './second-copy/second-copy.ts';
import { storageProblem } from './storage-problem.ts';

/**
 * The one door to the database. Reads run in their own transactions; every write goes through `write`, which gives the
 * three promises the product makes of it: all or nothing, on disk before it is acknowledged, and announced after that.
 * With a second copy, a write is in that too before it is acknowledged. With a reserve, none begins on the last of the disk.
 */

export type WriteTransaction = IDBPTransaction<LibrarySchema, typeof WRITTEN_STORES, 'readwrite'>;

export interface Write {
  readonly transaction: WriteTransaction;
  /** Milliseconds since 1970: the moment this write counts as having happened. */
  readonly at: number;
  /**
   * Adds the change record of this write; resolves to its sequence number. `order` is the article's, `new` for one whose
   * place in lists is this very change, null where no article changes.
   */
  record(kind: ChangeKind, slug: string, order: number | 'new' | null): Promise<number>;
}

export type SideTransaction<Names extends readonly SideStore[]> = IDBPTransaction<LibrarySchema, Names, 'readwrite'>;

export interface Store {
  /** Runs a read; a connection that was closed under it is opened again once. Rejects with what IndexedDB threw. */
  read<T>(work: (database: LibraryDatabase) => Promise<T>): Promise<T>;
  /** Runs `work` in one strict transaction; it may await nothing but the transaction's own requests. */
  write<T>(at: number, work: (write: Write) => Promise<T>): Promise<Result<T>>;
  /**
   * Runs `work` in one transaction over stores that no change record tells of, for articles to be saved beside it
   * (unless it takes `pending`). Rejects with what `work` or IndexedDB threw, and then nothing was written. `relaxed`:
   * the browser may lose it with the power, but not what came before it.
   */
  writeBeside<T, Names extends readonly SideStore[]>(
    stores: Names,
    work: (transaction: SideTransaction<Names>) => Promise<T>,
    durability?: 'strict' | 'relaxed',
  ): Promise<T>;
  readonly announcements: Announcements;
  close(): Promise<void>;
}

const NO_ROOM = fail(problem('disk-full', 'The disk was full, and has no room yet for what opened the library then'));

/** A store over the given connection and announcements; without a second copy, articles are to be read only. */
export function openStore(
  connection: Connection = connectLibrary(),
  announcements: Announcements = openAnnouncements(),
  copy: SecondCopy | null = null,
  reserve: DiskReserve | null = null,
): Store {
  const read = async <T>(work: (database: LibraryDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await connection.database());
    } catch (thrown) {
      if (!isClosedConnection(thrown)) throw thrown;
      await connection.close();
      return work(await connection.database());
    }
  };

  /**
   * What could not be copied is when the database is next opened, and so it is closed. That it is closed is not waited for: an
   * opening that another read began may wait for the lock that is held here.
   */
  const finished = async (copying: Promise<void>): Promise<CopyFailed | null> => {
    try {
      await copying;
      return null;
    } catch (thrown) {
      void connection.close();
      return thrown instanceof CopyFailed ? thrown : new CopyFailed(thrown);
    }
  };

  const commitCopied = <T>(database: LibraryDatabase, at: number, work: (write: Write) => Promise<T>) => {
    if (copy === null) return commit(database, at, work).then((committed) => ({ ...committed, failure: null }));
    return copy.alone(async () => {
      const { beforeCommit, finish } = copy.begin(database);
      const committed = await commit(database, at, work, beforeCommit);
      return { ...committed, failure: await finished(finish()) };
    });
  };

  return {
    read,
    async write(at, work) {
      const write = async (database: LibraryDatabase) =>
        (await reserve?.isKept()) === false ? NO_ROOM : succeed(await commitCopied(database, at, work));
      const committed = await read(write).catch((thrown: unknown) => fail(storageProblem(thrown)));
      if (!committed.ok) return committed;
      const { value, changes, failure } = committed.value;
      announcements.announce(changes);
      return failure === null ? succeed(value) : fail(storageProblem(failure));
    },
    async writeBeside(stores, work, durability = 'strict') {
      const run = (database: LibraryDatabase) =>
        settle(database.transaction(stores, 'readwrite', { durability }), work);
      if (copy === null || !stores.includes('searches')) return read(run);
      const { value, failure } = await read((database) =>
        copy.alone(async () => ({
          value: await run(database),
          failure: await finished(copy.copySearches(database)),
        })),
      );
      if (failure !== null) throw failure;
      return value;
    },
    announcements,
    async close() {
      announcements.close();
      await connection.close();
    },
  };
}

interface Committed<T> {
  readonly value: T;
  readonly changes: readonly ChangeRecord[];
}

/** Runs `work` in one strict transaction over all written stores. `beforeCommit` may await nothing else either. */
export async function commit<T>(
  database: LibraryDatabase,
  at: number,
  work: (write: Write) => Promise<T>,
  beforeCommit: BeforeCommit = async () => {},
): Promise<Committed<T>> {
  const changes: ChangeRecord[] = [];
  const transaction = database.transaction(WRITTEN_STORES, 'readwrite', { durability: 'strict' });
  const value = await settle(transaction, async (opened) => {
    const log = opened.objectStore('changes');
    const record = async (kind: ChangeKind, slug: string, orderOf: number | 'new' | null): Promise<number> => {
      const sequence = await log.add({ kind, slug, order: orderOf, at });
      changes.push({ sequence, kind, slug, order: orderOf === 'new' ? sequence : orderOf, at });
      return sequence;
    };
    const done = await work({ transaction: opened, at, record });
    await beforeCommit(opened, changes);
    return done;
  });
  return { value, changes };
}

interface Abortable {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** What `work` answers, once `transaction` is complete; rejects with the error that says most, and then nothing was written. */
async function settle<T, Opened extends Abortable>(
  transaction: Opened,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { done } = transaction;
  done.catch(() => {}); // Awaited below; a failure in `work` must not also surface as an unhandled rejection.
  try {
    const value = await work(transaction);
    await done;
    return value;
  } catch (thrown) {
    throw abort(transaction, thrown);
  }
}

/** Ends the transaction and answers the error that says most: what ended it, else what was thrown. */
function abort(transaction: Abortable, thrown: unknown): unknown {
  try {
    transaction.abort();
  } catch {
    // It had already ended by itself, and says why in `error`.
  }
  return transaction.error ?? thrown;
}

/** A connection that another context's upgrade or the browser closed throws InvalidStateError when a transaction starts. */
function isClosedConnection(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'InvalidStateError';
}
