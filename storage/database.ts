import type { DiskReserve } from './disk-reserve.ts';
import {
  type LibraryDatabase as Database,
  mayPass,
  namesOf,
  OPENING,
  type OpenEvents,
  type Opening,
  openPatiently,
} from './open-database.ts';

/**
 * The one place where the database is opened. A connection is kept while it lives: when another context upgrades the
 * schema it is let go at once, when the browser ends it the dead handle is dropped, and the next use opens a new one.
 * Whoever has a second copy gives a guard, which every newly opened database passes before it is used. A reserve is
 * given back to the disk before a database counts as one that cannot be opened.
 */

export const DATABASE_NAME = 'offprint';

export type LibraryDatabase = Database;

export interface Connection {
  /** The open database; opens it when it is not. Rejects with the DOMException of `indexedDB.open`, or with what the guard threw. */
  database(): Promise<LibraryDatabase>;
  close(): Promise<void>;
}

export interface ConnectionEvents {
  /** An older page still holds the database and the upgrade waits for it. */
  readonly blocked?: () => void;
  /** A newer version of the product wants the database: this context let go of it and must be reloaded. */
  readonly superseded?: () => void;
}

/** Compares a newly opened database with its second copy. */
export interface Guard {
  /** Resolves when the database may be used; `isReplacement`: an empty one in the place of one that could not be opened. */
  check(database: LibraryDatabase, isReplacement: boolean): Promise<void>;
  /** Whether there is anything to fill a replacement with. */
  canReplace(): Promise<boolean>;
}

export interface Safety {
  readonly guard?: Guard;
  readonly reserve?: DiskReserve;
  readonly opening?: Opening;
}

/** A connection to the database `name`, or to the one that took its place; nothing is opened before the first use. */
export function connectLibrary(
  events: ConnectionEvents = {},
  name: string = DATABASE_NAME,
  { guard, reserve, opening: way = OPENING }: Safety = {},
): Connection {
  let opening: Promise<LibraryDatabase> | null = null;

  const forget = (): void => {
    opening = null;
  };
  const heard: OpenEvents = {
    blocked: () => events.blocked?.(),
    superseded() {
      forget();
      events.superseded?.();
    },
    terminated: forget,
  };

  const openWithReserve = async (inUse: string): Promise<LibraryDatabase> => {
    try {
      return await openPatiently(inUse, heard, way);
    } catch (thrown) {
      if (reserve === undefined || !mayPass(thrown)) throw thrown;
      await reserve.release().catch(() => {}); // Another context may have done it: it is tried all the same.
      return way.open(inUse, heard);
    }
  };

  /** Opens the database in use; where it cannot be opened and there is a second copy of it, the one beside it. */
  const openOrReplace = async (): Promise<{ database: LibraryDatabase; isReplacement: boolean }> => {
    const { inUse, next } = await namesOf(name);
    try {
      return { database: await openWithReserve(inUse), isReplacement: false };
    } catch (thrown) {
      if (!mayPass(thrown)) throw thrown;
      if (await reserve?.isDiskFull().catch(() => false)) throw diskFull(thrown);
      if (!(await guard?.canReplace())) throw thrown;
      const replacing = way.open(next, heard); // Once: where nothing can be opened, the reason is not this database.
      return { database: await replacing.catch(() => Promise.reject(thrown)), isReplacement: true };
    }
  };

  const open = async (): Promise<LibraryDatabase> => {
    const { database, isReplacement } = await openOrReplace();
    reserve?.lookAgain();
    try {
      await guard?.check(database, isReplacement);
    } catch (thrown) {
      database.close();
      throw thrown;
    }
    return database;
  };

  return {
    database() {
      if (opening === null) {
        opening = open();
        opening.catch(forget);
      }
      return opening;
    },
    async close() {
      const closing = opening;
      forget();
      (await closing?.catch(() => null))?.close();
    },
  };
}

/** Chromium says of a full disk only that it cannot open the database. */
function diskFull(thrown: unknown): DOMException {
  return new DOMException(`The disk is full: ${String(thrown)}`, 'QuotaExceededError');
}
