import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LibrarySchema } from './schema.ts';

/** The step from the version before to the version that is this function's place in `UPGRADES`, counted from 1. */
type Upgrade = (database: IDBPDatabase<LibrarySchema>, transaction: UpgradeTransaction) => void;

type UpgradeTransaction = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>;

/** Version 1: articles with their bodies, originals and revisions; the bin; renamed slugs; the queue; the change log. */
function createLibrary(database: IDBPDatabase<LibrarySchema>): void {
  database.createObjectStore('articles', { keyPath: 'slug' }).createIndex('by-order', 'order', { unique: true });
  database.createObjectStore('bodies', { keyPath: 'slug' });
  database.createObjectStore('originals', { keyPath: ['slug', 'source'] });
  database.createObjectStore('revisions', { keyPath: ['slug', 'contentHash'] });
  database.createObjectStore('bin', { keyPath: 'slug' });
  database.createObjectStore('redirects', { keyPath: 'from' });
  database.createObjectStore('queue', { keyPath: 'slug' });
  database.createObjectStore('changes', { autoIncrement: true });
}

/**
 * Version 2: the search index, empty, and not complete for want of an `index-state`; what waits to go into it; the
 * catalogue; the reader's searches. Stores lie in Chromium's files in the order they are made, and to see that one is
 * empty it reads on to the next record that is not deleted: after `index-records`, where merges leave many that are,
 * that took 0.1 to 0.2 s of a cold open at 30,000 articles. So that store comes last.
 */
function addSearch(database: IDBPDatabase<LibrarySchema>): void {
  database.createObjectStore('pending', { keyPath: 'order' });
  database.createObjectStore('index-state');
  database.createObjectStore('searches', { keyPath: 'name' });
  database.createObjectStore('catalogue');
  database.createObjectStore('index-records');
}

/**
 * Version 3: what the library knows of itself, only ever read by its keys, so that its place costs nothing; and the order
 * of the bin, which is known without reading what is in it.
 */
function addLibrary(database: IDBPDatabase<LibrarySchema>, transaction: UpgradeTransaction): void {
  database.createObjectStore('library');
  transaction.objectStore('bin').createIndex('by-removed', 'removedAt');
}

/** One function for every released step of the schema; a released step is never edited again. */
export const UPGRADES: readonly Upgrade[] = [createLibrary, addSearch, addLibrary];

/** The schema's current version. */
export const DATABASE_VERSION = UPGRADES.length;

/** Runs the steps from `oldVersion` up to the current version. */
export function upgrade(
  database: IDBPDatabase<LibrarySchema>,
  oldVersion: number,
  transaction: UpgradeTransaction,
): void {
  for (const step of UPGRADES.slice(oldVersion)) step(database, transaction);
}
