import type { ArticleRecord } from '../../../core/library/records.ts';
import type { Session } from '../browser/session.ts';

/**
 * Writes articles straight into the database, which must be there already: many in one transaction, with the body
 * that `bodyOf` gives each, as if they had been saved in this order. Open pages are not told, and the search index is to be made anew.
 */
export function writeArticles(
  session: Session,
  records: readonly ArticleRecord[],
  bodyOf: (record: ArticleRecord) => string = ({ headline }) => `The text of ${headline}.`,
): Promise<void> {
  return session.inExtension(writeAll, 'offprint', records, records.map(bodyOf));
}

async function writeAll(name: string, records: readonly ArticleRecord[], bodies: readonly string[]): Promise<void> {
  const opening = indexedDB.open(name);
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  const database = opening.result;
  const transaction = database.transaction(['articles', 'bodies', 'changes', 'index-state'], 'readwrite');
  transaction.objectStore('index-state').clear();
  records.forEach((record, place) => {
    const { slug, savedAt: at } = record;
    const articleBody = bodies[place] ?? '';
    const change = transaction.objectStore('changes').add({ kind: 'save', slug, order: 'new', at });
    change.onsuccess = () => {
      const order = Number(change.result);
      transaction.objectStore('articles').put({ ...record, order });
      transaction.objectStore('bodies').put({ slug, articleBody, bodyFormat: 'markdown' });
    };
  });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}
