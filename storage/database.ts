import { type IDBPDatabase, openDB } from 'idb';
import type { LibrarySchema } from './schema.ts';
import { DATABASE_VERSION, upgrade } from './upgrades.ts';

/**
 * The one place where the database is opened. A connection is kept while it lives: when another context upgrades the
 * schema it is let go at once, when the browser ends it the dead handle is dropped, and the next use opens a new one.
 */

export const DATABASE_NAME = 'offprint';

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

export interface Connection {
  /** The open database; opens it when it is not. Rejects with the DOMException of `indexedDB.open`. */
  database(): Promise<LibraryDatabase>;
  close(): Promise<void>;
}

export interface ConnectionEvents {
  /** An older page still holds the database and the upgrade waits for it. */
  readonly blocked?: () => void;
  /** A newer version of the product wants the database: this context let go of it and must be reloaded. */
  readonly superseded?: () => void;
}

/** A connection to the database `name`; nothing is opened before the first use. */
export function connectLibrary(events: ConnectionEvents = {}, name: string = DATABASE_NAME): Connection {
  let opening: Promise<LibraryDatabase> | null = null;

  const forget = (): void => {
    opening = null;
  };

  const open = (): Promise<LibraryDatabase> =>
    openDB<LibrarySchema>(name, DATABASE_VERSION, {
      upgrade: (database, oldVersion) => upgrade(database, oldVersion),
      blocked: () => events.blocked?.(),
      blocking: (_current, _next, event) => {
        (event.target as IDBDatabase).close();
        forget();
        events.superseded?.();
      },
      terminated: forget,
    });

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
