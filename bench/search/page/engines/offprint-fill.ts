import { fieldsOf } from '../../../../core/search/analysis/fields-of-record.ts';
import { INDEX_VERSION, keyNumber } from '../../../../core/search/segment/record.ts';
import { SegmentBuilder } from '../../../../core/search/segment/segment-builder.ts';
import type { SegmentEntry } from '../../../../core/search/segment/segment-reader.ts';
import { readBodies, readRecordsAbove } from '../../../../storage/read-articles.ts';
import type { Store } from '../../../../storage/store.ts';
import type { Numbered } from '../engine.ts';
import { recordsOf } from './offprint-records.ts';

const WORDS_AT_ONCE = 4_000_000;

/** Stores articles in one transaction, as if each had been saved, but not in the index. */
export async function storeArticles(store: Store, batch: readonly Numbered[]): Promise<void> {
  await store.read(async (database) => {
    const stores = ['articles', 'bodies', 'changes'] as const;
    const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
    for (const added of batch) {
      const { record, body } = recordsOf(added);
      transaction
        .objectStore('changes')
        .add({ kind: 'save', slug: record.slug, order: record.order, at: record.savedAt });
      transaction.objectStore('articles').put(record);
      transaction.objectStore('bodies').put(body);
    }
    await transaction.done;
  });
}

/** Fills the index from the articles that are stored. */
export async function fillIndex(store: Store): Promise<void> {
  const entries: SegmentEntry[] = [];
  let builder = new SegmentBuilder();
  const finish = async () => {
    if (builder.documents === 0) return;
    const entry = { id: entries.length + 1, documents: builder.documents, deleted: 0 };
    const records = [...builder.finish(entry.id)];
    entries.push(entry);
    builder = new SegmentBuilder();
    await store.read(async (database) => {
      const transaction = database.transaction(['index-records', 'index-state'], 'readwrite', {
        durability: 'relaxed',
      });
      for (const { key, bytes } of records) transaction.objectStore('index-records').put(bytes, keyNumber(key));
      const state = { version: INDEX_VERSION, nextSegment: entry.id + 1, entries: [...entries], isComplete: true };
      transaction.objectStore('index-state').put(state, 'state');
      await transaction.done;
    });
  };
  let above = 0;
  for (;;) {
    const records = await readRecordsAbove(store, above, 200);
    const last = records.at(-1);
    if (last === undefined) break;
    above = last.order;
    const bodies = await readBodies(
      store,
      records.map(({ slug }) => slug),
    );
    records.forEach((record, index) => {
      builder.addArticle(record.order, fieldsOf(record, bodies[index]));
    });
    if (builder.words > WORDS_AT_ONCE) await finish();
  }
  await finish();
}
