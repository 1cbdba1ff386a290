import type { ArticleRecord, BodyRecord, PendingRecord } from '../core/library/records.ts';
import { fieldsOf } from '../core/search/analysis/fields-of-record.ts';
import { packArticle } from '../core/search/analysis/packed-document.ts';
import type { Write } from './store.ts';

/**
 * What waits to go into the search index. It is written in the transaction of the article, so that an article can be
 * found from the moment it is saved, and never after it was removed.
 */

type InWrite = Pick<Write, 'transaction'>;

/** Puts what is to be found of an article, already analysed. */
export async function putPending({ transaction }: InWrite, pending: PendingRecord): Promise<void> {
  await transaction.objectStore('pending').put(pending);
}

/** Says that the article is to be found by the words it has now; `sequence` is the change that gave it these. */
export function putWords(
  write: InWrite,
  sequence: number,
  record: ArticleRecord,
  body: BodyRecord | undefined,
): Promise<void> {
  const document = packArticle(fieldsOf(record, body));
  return putPending(write, { order: record.order, sequence, document });
}

/** As `putWords`, with the body that is stored. */
export async function putWordsAgain(write: InWrite, sequence: number, record: ArticleRecord): Promise<void> {
  await putWords(write, sequence, record, await write.transaction.objectStore('bodies').get(record.slug));
}

/** Says that the article with this order is not to be found any more. */
export function putRemoved(write: InWrite, sequence: number, order: number): Promise<void> {
  return putPending(write, { order, sequence, document: null });
}
