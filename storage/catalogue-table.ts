import type { CatalogueRecord } from '../core/library/records.ts';
import type { Store } from './store.ts';

/** The catalogue as it was last written, or null. */
export function readCatalogue(store: Store): Promise<CatalogueRecord | null> {
  return store.read(async (database) => (await database.get('catalogue', 'table')) ?? null);
}

/** Replaces the stored catalogue; false, and nothing written, where what is stored knows of later changes. Rejects as `writeBeside`. */
export function writeCatalogue(store: Store, record: CatalogueRecord): Promise<boolean> {
  return store.writeBeside(['catalogue'], async (transaction) => {
    const table = transaction.objectStore('catalogue');
    const stored = await table.get('table');
    if (stored !== undefined && stored.through > record.through) return false;
    await table.put(record, 'table');
    return true;
  });
}
