import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import { openAnnouncements } from '../../storage/announcements.ts';
import { connectLibrary } from '../../storage/database.ts';
import { openStore, type Store } from '../../storage/store.ts';

let made = 0;

/** A name no other test's database has. */
export function temporaryName(): string {
  made += 1;
  return `offprint-test-${made}-${Math.random().toString(36).slice(2)}`;
}

/** A store on a database of its own, closed and deleted when the test ends. Two stores of one `name` share the database. */
export function temporaryStore(name: string = temporaryName()): Store {
  const store = openStore(connectLibrary({}, name), openAnnouncements(name));
  onTestFinished(async () => {
    await store.close();
    await deleteDB(name);
  });
  return store;
}
