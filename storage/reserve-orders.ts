import type { Result } from '../core/result.ts';
import type { Store, Write } from './store.ts';

/**
 * Places in lists for articles that come the newest first: the first to ask gets the highest, and all of them are above
 * what is in the library now and below whatever is saved later.
 */
export interface OrderBlock {
  /** The next place; null when there is none left. */
  take(): number | null;
}

/** Reserves `count` places. They are sequence numbers that no change will have. */
export async function reserveOrders(store: Store, count: number, at: number): Promise<Result<OrderBlock>> {
  return store.write(at, async ({ transaction }: Write) => {
    const changes = transaction.objectStore('changes');
    const last = (await changes.openKeyCursor(null, 'prev'))?.primaryKey ?? 0;
    let left = count;
    if (count > 0) {
      // A key that was given counts for the generator of keys, also when it is taken back.
      await changes.put({ kind: 'save', slug: '', order: null, at }, last + count);
      await changes.delete(last + count);
    }
    return {
      take() {
        if (left === 0) return null;
        left -= 1;
        return last + 1 + left;
      },
    };
  });
}
