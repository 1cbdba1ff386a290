import { nextDuty } from '../../../../services/search/index-duty.ts';
import { createIndexWriter } from '../../../../services/search/index-writer.ts';
import { readIndexState } from '../../../../storage/index-writes.ts';
import type { Store } from '../../../../storage/store.ts';
import type { Numbered } from '../engine.ts';
import { recordsOf } from './offprint-records.ts';

/** How often it is looked whether the writer has nothing left to do. */
const LOOK_EVERY_MS = 50;

/** Stores articles in one transaction, as if each had been saved, but not in the index. */
export async function storeArticles(store: Store, batch: readonly Numbered[]): Promise<void> {
  await store.read(async (database) => {
    const stores = ['articles', 'bodies', 'changes'] as const;
    const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
    for (const added of batch) {
      const { record, body } = recordsOf(added);
      const { slug, order, savedAt: at } = record;
      transaction.objectStore('changes').add({ kind: 'save', slug, order, at });
      transaction.objectStore('articles').put(record);
      transaction.objectStore('bodies').put(body);
    }
    await transaction.done;
  });
}

/** Lets the product's one writer fill the index from the stored articles, and merge until it is content. */
export async function fillIndex(store: Store): Promise<void> {
  const ending = new AbortController();
  let problem: unknown = null;
  const onProblem = (thrown: unknown) => {
    problem ??= thrown;
  };
  const writer = createIndexWriter({ store, locks: navigator.locks, onProblem, signal: ending.signal });
  const writing = writer.start();
  while (problem === null && nextDuty(await readIndexState(store)).kind !== 'none') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  ending.abort();
  await writing;
  if (problem !== null) throw problem;
}
