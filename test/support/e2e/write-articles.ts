import type { ArticleRecord } from '../../../core/library/records.ts';
import type { Session } from '../browser/session.ts';

/**
 * Writes articles straight into the database, which must be there already: many in one transaction, with a short body
 * each, as if they had been saved in this order. Open pages are not told, and the search index is to be made anew.
 */
export function writeArticles(session: Session, records: readonly ArticleRecord[]): Promise<void> {
  return session.inExtension(writeAll, 'offprint', records);
}

async function writeAll(name: string, records: readonly ArticleRecord[]): Promise<void> {
  const opening = indexedDB.open(name);
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  const database = opening.result;
  const transaction = database.transaction(['articles', 'bodies', 'changes', 'index-state'], 'readwrite');
  transaction.objectStore('index-state').clear();
  for (const record of records) {
    const { slug, savedAt: at, headline } = record;
    const change = transaction.objectStore('changes').add({ kind: 'save', slug, at });
    change.onsuccess = () => {
      const order = Number(change.result);
      transaction.objectStore('changes').put({ kind: 'save', slug, order, at }, order);
      transaction.objectStore('articles').put({ ...record, order });
      transaction.objectStore('bodies').put({ slug, articleBody: `The text of ${headline}.`, bodyFormat: 'markdown' });
    };
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
