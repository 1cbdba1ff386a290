import type { ArticleRecord, BodyRecord } from '../../core/library/records.ts';
import type { Session } from '../../test/support/browser/session.ts';
import type { Corpus } from './corpus/corpus.ts';
import { recordsOf } from './page/engines/offprint-records.ts';

const BATCH = 250;

interface Stored {
  readonly record: ArticleRecord;
  readonly body: BodyRecord;
}

/** Writes all articles of `corpus` into the extension's empty library, which must be there; the index knows of none. */
export async function writeCorpus(session: Session, corpus: Corpus): Promise<void> {
  for (let from = 0; from < corpus.size; from += BATCH) {
    const articles = corpus.slice(from, Math.min(corpus.size, from + BATCH));
    const batch = articles.map((article, index) => recordsOf({ ordinal: from + index, article }));
    await session.inExtension(writeBatch, batch, from === 0);
  }
}

/** Runs in the extension. With the first batch what the empty library said of its index and catalogue is dropped. */
async function writeBatch(batch: readonly Stored[], isFirst: boolean): Promise<void> {
  const opening = indexedDB.open('offprint');
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  const computed = ['index-state', 'catalogue'];
  const transaction = opening.result.transaction(['articles', 'bodies', 'changes', ...computed], 'readwrite');
  if (isFirst) for (const store of computed) transaction.objectStore(store).clear();
  for (const { record, body } of batch) {
    const { slug, order, savedAt: at } = record;
    transaction.objectStore('changes').add({ kind: 'save', slug, order, at });
    transaction.objectStore('articles').put(record);
    transaction.objectStore('bodies').put(body);
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  opening.result.close();
}
