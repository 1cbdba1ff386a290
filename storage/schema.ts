import type { DBSchema } from 'idb';
import type { Source } from '../core/article/article.ts';
import type {
  ArticleRecord,
  BinRecord,
  BodyRecord,
  ChangeRecord,
  OriginalRecord,
  QueueRecord,
  RedirectRecord,
  RevisionRecord,
} from '../core/library/records.ts';

/** The object stores of the database `offprint`; `core/library/records.ts` says what each record holds. */
export interface LibrarySchema extends DBSchema {
  articles: { key: string; value: ArticleRecord; indexes: { 'by-order': number } };
  bodies: { key: string; value: BodyRecord };
  originals: { key: [slug: string, source: Source]; value: OriginalRecord };
  revisions: { key: [slug: string, contentHash: string]; value: RevisionRecord };
  bin: { key: string; value: BinRecord };
  redirects: { key: string; value: RedirectRecord };
  queue: { key: string; value: QueueRecord };
  changes: { key: number; value: Omit<ChangeRecord, 'sequence'> };
}

/** Every store a write may touch. One write transaction spans them all, so that no write can forget its change record. */
export const WRITTEN_STORES = [
  'articles',
  'bodies',
  'originals',
  'revisions',
  'bin',
  'redirects',
  'queue',
  'changes',
] as const;
