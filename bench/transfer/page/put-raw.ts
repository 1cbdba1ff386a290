import { deleteDB } from 'idb';
import type { Holding } from '../../../core/library/records.ts';
import { holdingsOf, takeInventory } from '../../../services/backup/library-contents.ts';
import { connectLibrary, type LibraryDatabase } from '../../../storage/database.ts';
import type { Store } from '../../../storage/store.ts';
import { PUT_RAW } from './imported-name.ts';

/** As many as an archive's reader hands over at once. */
const BATCH = 32;

/** The floor under an import: reads all that is kept of each article and puts it into another database, unchecked and unanalysed. */
export async function putRaw(store: Store): Promise<number> {
  await deleteDB(PUT_RAW);
  const connection = connectLibrary({}, PUT_RAW);
  const { articles } = await takeInventory(store, null);
  let batch: Holding[] = [];
  for await (const holding of holdingsOf(store, articles)) {
    batch.push(holding);
    if (batch.length < BATCH) continue;
    await putBatch(await connection.database(), batch);
    batch = [];
  }
  await putBatch(await connection.database(), batch);
  await connection.close();
  return articles.length;
}

async function putBatch(database: LibraryDatabase, batch: readonly Holding[]): Promise<void> {
  const stores = ['articles', 'bodies', 'originals'] as const;
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  for (const { article, body, originals } of batch) {
    void transaction.objectStore('articles').put(article);
    void transaction.objectStore('bodies').put(body);
    for (const original of originals) void transaction.objectStore('originals').put(original);
  }
  await transaction.done;
}
