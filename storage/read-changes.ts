import type { ChangeRecord } from '../core/library/records.ts';
import type { Store } from './store.ts';

/** Up to `limit` changes after the one numbered `sequence`, in the order they were made. */
export function readChangesAfter(store: Store, sequence: number, limit: number): Promise<ChangeRecord[]> {
  return store.read(async (database) => {
    const changes = database.transaction('changes').store;
    const after = IDBKeyRange.lowerBound(sequence, true);
    const [keys, records] = await Promise.all([changes.getAllKeys(after, limit), changes.getAll(after, limit)]);
    return records.map(({ kind, slug, order = null, at }, index) => {
      const sequence = keys[index] as number;
      return { sequence, kind, slug, order: order === 'new' ? sequence : order, at };
    });
  });
}

/** The sequence number of the last change; 0 when there was none. */
export function lastSequence(store: Store): Promise<number> {
  return store.read(async (database) => {
    const last = await database.transaction('changes').store.openKeyCursor(null, 'prev');
    return last?.primaryKey ?? 0;
  });
}
