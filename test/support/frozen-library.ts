import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { onTestFinished } from 'vitest';
import { type FrozenLibrary, putFrozen } from './frozen-records.ts';
import { temporaryName } from './temporary-store.ts';

/** Writes `library` into a new database made by `create`, the schema of `version`; answers its name. Deleted when the test ends. */
export async function writeFrozen(
  version: number,
  create: (database: IDBPDatabase) => void,
  library: FrozenLibrary,
): Promise<string> {
  const name = temporaryName();
  const database = await openDB(name, version, { upgrade: (created) => create(created) });
  await putFrozen(database, library);
  database.close();
  onTestFinished(() => deleteDB(name));
  return name;
}
