import { openDB } from 'idb';
import { UPGRADES } from '../../../../storage/upgrades.ts';
import version1 from '../../../fixtures/library/version-1.json';
import version2 from '../../../fixtures/library/version-2.json';
import { putFrozen } from '../../frozen-records.ts';

/** Databases of other versions of the product, as they are found by this one. */

const FROZEN = [version1, version2] as const;

export const OLDER_VERSIONS = [1, 2] as const;
export type OlderVersion = (typeof OLDER_VERSIONS)[number];

/** Puts the library that a released version left behind in the place of the one that is there. */
export async function seedOlder(version: OlderVersion): Promise<void> {
  indexedDB.deleteDatabase('offprint'); // Not awaited: nobody shall open it in between.
  const database = await openDB('offprint', version, {
    upgrade(created, _oldVersion, _newVersion, transaction) {
      for (const step of UPGRADES.slice(0, version)) step(created as never, transaction as never);
    },
  });
  await putFrozen(database as never, FROZEN[version - 1] as never);
  database.close();
}

let held: IDBDatabase[] = [];

/** Opens the database at its present version, as a tab of an older build does, and lets go when it is told to, if at all. */
export async function holdOpen(isStubborn: boolean): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('offprint');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  if (!isStubborn) database.onversionchange = () => database.close();
  held.push(database);
}

/** Closes what `holdOpen` opened. */
export function letGo(): void {
  for (const database of held) database.close();
  held = [];
}

const FUTURE = 99;

/** Lifts the database to a version this product does not know, with a record that only that one can read. */
export async function makeNewer(): Promise<void> {
  const database = await openDB('offprint', FUTURE, {
    upgrade: (opened) => void opened.createObjectStore('from-the-future').put('kept', 'key'),
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
  database.close();
}

/** Whether the newer version finds its record. */
export async function hasFuture(): Promise<boolean> {
  const database = await openDB('offprint', FUTURE);
  const value: unknown = await database.get('from-the-future', 'key');
  database.close();
  return value === 'kept';
}
