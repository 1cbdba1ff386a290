import { type IDBPDatabase, openDB } from 'idb';
import type { LibrarySchema } from './schema.ts';
import { DATABASE_VERSION, upgrade } from './upgrades.ts';

/**
 * How the database is opened where that may fail. A browser that cannot open it now may in a second, so it is asked a few
 * times. One that still cannot be opened is left as it is, and one beside it takes its place: `offprint-2` after `offprint`.
 * The one in use is the one with the highest number, which every context sees without being told.
 */

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** How long is waited before each further try, in milliseconds: on a full disk, a save that fails says so within two seconds. */
const PAUSES_MS = [50, 100, 200, 400];

export interface OpenEvents {
  /** An older page still holds the database and the upgrade waits for it. */
  blocked(): void;
  /** A newer version of the product wants the database: the connection was closed. */
  superseded(): void;
  /** The connection was closed for another reason: by the browser, or because somebody deletes the database. */
  terminated(): void;
}

/** How a database is opened; a test passes another way. */
export interface Opening {
  open(name: string, events: OpenEvents): Promise<LibraryDatabase>;
  pause(milliseconds: number): Promise<void>;
}

/** Opens the database `name`, up to five times. Rejects with the `DOMException` of the last try. */
export async function openPatiently(
  name: string,
  events: OpenEvents,
  { open, pause }: Opening,
): Promise<LibraryDatabase> {
  for (const milliseconds of PAUSES_MS) {
    try {
      return await open(name, events);
    } catch (thrown) {
      if (!mayPass(thrown)) throw thrown;
      await pause(milliseconds);
    }
  }
  return open(name, events);
}

/** The browser's way to open a database. */
export const OPENING: Opening = {
  open: openOnce,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

function openOnce(name: string, events: OpenEvents): Promise<LibraryDatabase> {
  return openDB<LibrarySchema>(name, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => upgrade(database, oldVersion, transaction),
    blocked: () => events.blocked(),
    blocking(_current, next, event) {
      (event.target as IDBDatabase).close();
      if (next === null) events.terminated();
      else events.superseded();
    },
    terminated: () => events.terminated(),
  });
}

/** Whether opening may go well another time, or under another name. A newer version of the product is here to stay. */
export function mayPass(thrown: unknown): boolean {
  return !(thrown instanceof DOMException && thrown.name === 'VersionError');
}

/** The database in use of those called `base`, and those that were set aside before it. */
export interface Names {
  readonly inUse: string;
  /** The one that would take its place. */
  readonly next: string;
  readonly setAside: readonly string[];
}

/** What there is of databases called `base`; when the browser cannot tell, there is but the first. */
export async function namesOf(base: string): Promise<Names> {
  const known = await indexedDB.databases().catch(() => []);
  const numbers = known.map(({ name }) => numberOf(name, base)).filter((number) => number !== null);
  const highest = Math.max(1, ...numbers);
  const setAside = numbers.filter((number) => number < highest).sort((one, other) => one - other);
  const name = (number: number): string => (number === 1 ? base : `${base}-${number}`);
  return { inUse: name(highest), next: name(highest + 1), setAside: setAside.map(name) };
}

function numberOf(name: string | undefined, base: string): number | null {
  if (name === base) return 1;
  const number = name?.startsWith(`${base}-`) ? Number(name.slice(base.length + 1)) : Number.NaN;
  return Number.isSafeInteger(number) && number > 1 ? number : null;
}
