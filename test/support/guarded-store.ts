import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import { openAnnouncements } from '../../storage/announcements.ts';
import { connectLibrary } from '../../storage/database.ts';
import type { KeyedStore } from '../../storage/keyed-store.ts';
import { createGuard, type GuardParts } from '../../storage/second-copy/guard.ts';
import { createSecondCopy } from '../../storage/second-copy/second-copy.ts';
import { openStore, type Store } from '../../storage/store.ts';

/** A store on the database `name` with its second copy in `keyed`, as one context opens it; closed when the test ends. */
export function guardedStore(name: string, keyed: KeyedStore, changes: Partial<GuardParts> = {}): Store {
  const lock = `lock of ${name}`;
  const shared = { keyed, locks: navigator.locks, lock };
  const guard = createGuard({ ...shared, now: () => 1_000, newId: () => crypto.randomUUID(), ...changes });
  const connection = connectLibrary({}, name, { guard, pause: () => Promise.resolve() });
  const store = openStore(connection, openAnnouncements(name), createSecondCopy(shared));
  onTestFinished(async () => {
    await store.close();
    await deleteDB(name);
  });
  return store;
}

/** Loses the database behind the back of whoever had it open, as a torn log does. */
export async function loseDatabase(name: string): Promise<void> {
  await deleteDB(name);
}
