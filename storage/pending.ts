import type { ArticleRecord, BodyRecord } from '../core/library/records.ts';
import { fieldsOf } from '../core/search/analysis/fields-of-record.ts';
import { packArticle } from '../core/search/analysis/packed-document.ts';
import type { Write } from './store.ts';

/**
 * What waits to go into the search index. It is written in the transaction of the article, so that an article can be
 * found from the moment it is saved, and never after it was removed.
 */

/** Says that the article is to be found by the words it has now; `sequence` is the change that gave it these. */
export async function putPending(
  { transaction }: Pick<Write, 'transaction'>,
  sequence: number,
  record: ArticleRecord,
  body: BodyRecord | undefined,
): Promise<void> {
  const document = packArticle(fieldsOf(record, body));
  await transaction.objectStore('pending').put({ order: record.order, sequence, document });
}

/** As `putPending`, with the body that is stored. */
export async function putPendingAgain(write: Pick<Write, 'transaction'>, sequence: number, record: ArticleRecord) {
  await putPending(write, sequence, record, await write.transaction.objectStore('bodies').get(record.slug));
}

/** Says that the article with this order is not to be found any more. */
export async function putRemoved(
  { transaction }: Pick<Write, 'transaction'>,
  sequence: number,
  order: number,
): Promise<void> {
  await transaction.objectStore('pending').put({ order, sequence, document: null });
}
