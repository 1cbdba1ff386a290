import type { QueueRecord } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';
import type { Store, Write } from './store.ts';

/** Puts a save into the queue, or replaces what the queue knew of it. */
export function putInQueue(store: Store, entry: QueueRecord, at: number): Promise<Result<null>> {
  return store.write(at, async ({ transaction, record }) => {
    await record('queue', entry.slug, null);
    await transaction.objectStore('queue').put(entry);
    return null;
  });
}

/** Takes a save out of the queue, inside another write; nothing when it does not wait. */
export async function dropFromQueue({ transaction, record }: Omit<Write, 'at'>, slug: string): Promise<void> {
  const queue = transaction.objectStore('queue');
  if ((await queue.getKey(slug)) === undefined) return;
  await queue.delete(slug);
  await record('unqueue', slug, null);
}

/** The queue's entry of an article, or null. */
export function readQueueEntry(store: Store, slug: string): Promise<QueueRecord | null> {
  return store.read(async (database) => (await database.get('queue', slug)) ?? null);
}

/** Everything in the queue, those we gave up on included, the longest waiting first. */
export function readQueue(store: Store): Promise<QueueRecord[]> {
  return store.read(async (database) =>
    (await database.getAll('queue')).sort((one, other) => one.queuedAt - other.queuedAt),
  );
}
