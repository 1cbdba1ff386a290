import type { DBSchema } from 'idb';
import type { Source } from '../core/article/article.ts';
import type {
  ArticleRecord,
  BinRecord,
  BodyRecord,
  CatalogueRecord,
  ChangeRecord,
  IndexStateRecord,
  OriginalRecord,
  PendingRecord,
  QueueRecord,
  RedirectRecord,
  RevisionRecord,
  SavedSearchRecord,
} from '../core/library/records.ts';

/** The object stores of the database `offprint`; `core/library/records.ts` says what each record holds. */
export interface LibrarySchema extends DBSchema {
  articles: { key: string; value: ArticleRecord; indexes: { 'by-order': number } };
  bodies: { key: string; value: BodyRecord };
  originals: { key: [slug: string, source: Source]; value: OriginalRecord };
  revisions: { key: [slug: string, contentHash: string]; value: RevisionRecord };
  bin: { key: string; value: BinRecord; indexes: { 'by-removed': number } };
  redirects: { key: string; value: RedirectRecord };
  queue: { key: string; value: QueueRecord };
  changes: { key: number; value: StoredChange };
  pending: { key: number; value: PendingRecord };
  'index-records': { key: number; value: Uint8Array };
  'index-state': { key: 'state'; value: IndexStateRecord };
  catalogue: { key: 'table'; value: CatalogueRecord };
  searches: { key: string; value: SavedSearchRecord };
  /** `identity` holds an `IdentityRecord`; every other key belongs to the file in `storage/` that names it. */
  library: { key: string; value: unknown };
}

/**
 * A change as it is stored, under its sequence number. Of a new article that number is the `order` as well, which only
 * the database knows: it stores `new`. What version 1 wrote has no `order`.
 */
export interface StoredChange extends Omit<ChangeRecord, 'sequence' | 'order'> {
  readonly order?: ChangeRecord['order'] | 'new';
}

/** Every store a write of an article may touch. One write transaction spans them all, so that no write can forget its change record. */
export const WRITTEN_STORES = [
  'articles',
  'bodies',
  'originals',
  'revisions',
  'bin',
  'redirects',
  'queue',
  'changes',
  'pending',
] as const;

/** What no change record tells of: what is computed from articles, the reader's searches, what the library knows of itself. */
export const SIDE_STORES = ['pending', 'index-records', 'index-state', 'catalogue', 'searches', 'library'] as const;
export type SideStore = (typeof SIDE_STORES)[number];
