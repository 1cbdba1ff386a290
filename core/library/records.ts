import type { Article, ArticleContent, BodyFormat, Completeness, Source } from '../article/article.ts';
import type { Problem } from '../problem.ts';
import type { SegmentEntry } from '../search/segment/segment-reader.ts';
import type { Sort } from './search.ts';

/**
 * The stored shapes, one per object store of the database `offprint` (see `storage/schema.ts`). Light records hold
 * what a list needs; bodies and original bytes lie apart, so that a list never reads them.
 */

/** What the reader added to an article. A refresh never touches it. */
export interface OwnData {
  /** The reader's own words, no duplicates, in the order added. */
  readonly tags: readonly string[];
  /** Milliseconds since 1970 when marked so, or null. */
  readonly readAt: number | null;
  readonly starredAt: number | null;
  readonly archivedAt: number | null;
  /** What the reader wrote about it, never empty; absent when nothing. */
  readonly note?: string;
}

/** The marks a reader puts on an article. */
export type Mark = 'read' | 'starred' | 'archived';

/** Where own data keeps when a mark was put. */
export const MARKED_AT = { read: 'readAt', starred: 'starredAt', archived: 'archivedAt' } as const satisfies Record<
  Mark,
  keyof OwnData
>;

export const NO_OWN_DATA: OwnData = { tags: [], readAt: null, starredAt: null, archivedAt: null };

/** Store `articles`, key `slug`, index `by-order` on `order`. */
export interface ArticleRecord extends Omit<ArticleContent, 'articleBody' | 'bodyFormat'> {
  readonly slug: string;
  /** The save's sequence number: newest first means highest `order` first, whatever the clock said. */
  readonly order: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** When the site was last asked about this article and answered, milliseconds since 1970. */
  readonly checkedAt: number;
  /** When the site first answered that the article is gone (404, 410), milliseconds since 1970; null while it is there. */
  readonly goneAt: number | null;
  /** SHA-256 of the content fields, lower-case hex: names the current revision. */
  readonly contentHash: string;
  readonly wordCount: number;
  readonly provenance: Article['provenance'];
  readonly completeness: Completeness;
  readonly own: OwnData;
}

/** Store `bodies`, key `slug`. */
export interface BodyRecord {
  readonly slug: string;
  readonly articleBody: string;
  readonly bodyFormat: BodyFormat;
}

/** Store `originals`, key `[slug, source]`: what the site sent, byte for byte (after content decoding). */
export interface OriginalRecord {
  readonly slug: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string | null;
  readonly fetchedAt: number;
}

/** Store `revisions`, key `[slug, contentHash]`: content that a newer version replaced. */
export interface RevisionRecord {
  readonly slug: string;
  readonly contentHash: string;
  readonly replacedAt: number;
  readonly content: ArticleContent;
}

/** Everything that is kept of one article: what is moved to the bin, copied, exported and imported as one thing. */
export interface Holding {
  readonly article: ArticleRecord;
  readonly body: BodyRecord;
  readonly originals: readonly OriginalRecord[];
  readonly revisions: readonly RevisionRecord[];
}

/** Store `bin`, key `slug`: a removed article, whole, so that undo brings back exactly what was there. */
export interface BinRecord extends Holding {
  readonly slug: string;
  readonly removedAt: number;
}

/** Store `redirects`, key `from`: the site renamed an article, and a save under its old slug led to the new one. */
export interface RedirectRecord {
  readonly from: string;
  readonly to: string;
}

/** Store `queue`, key `slug`: a save that waits for the network. */
export interface QueueRecord {
  readonly slug: string;
  readonly queuedAt: number;
  /** Tries made so far. */
  readonly attempts: number;
  /** Not tried before this time, milliseconds since 1970; null once we gave up and only the reader can ask again. */
  readonly notBefore: number | null;
  /** What the last try met. */
  readonly problem: Problem;
}

/** `redirect`: where a former slug leads changed; `recover`: the library was brought back, of no slug. */
export type ChangeKind =
  | 'save'
  | 'update'
  | 'check'
  | 'own'
  | 'remove'
  | 'restore'
  | 'purge'
  | 'queue'
  | 'unqueue'
  | 'redirect'
  | 'recover';

/** Store `changes`, key `sequence` (generated): one record for every write, in the write's own transaction. */
export interface ChangeRecord {
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly slug: string;
  /** The `order` of the article that the write changed; null when it changed none (queue, redirect), or before schema version 2. */
  readonly order: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Store `pending`, key `order`: an article whose index entry changed since the last flush. Whatever segments hold under
 * the same `order` no longer counts.
 */
export interface PendingRecord {
  readonly order: number;
  /** The change that put it here: a flush deletes it only if it is still the same. */
  readonly sequence: number;
  /** As `packArticle` made it; null: the article was removed. */
  readonly document: Uint8Array | null;
}

/** Store `index-state`, key `state`: which segments in `index-records` count. */
export interface IndexStateRecord {
  /** The `INDEX_VERSION` the segments were written with. */
  readonly version: number;
  /** The id of the next segment: allocated before its first record is written, and never twice. */
  readonly nextSegment: number;
  readonly entries: readonly SegmentEntry[];
  /** Articles with a higher order than this may be missing from segments and `pending` both; null when none is. */
  readonly missingAbove: number | null;
}

/** Store `catalogue`, key `table`: the catalogue's columns as they were after a change. */
export interface CatalogueRecord {
  /** The sequence number of the last change that is in them. */
  readonly through: number;
  /** What the catalogue made of itself; only it can read it. */
  readonly image: unknown;
}

/** Store `searches`, key `name`: a search the reader keeps. */
export interface SavedSearchRecord {
  readonly name: string;
  /** The query in its canonical text. */
  readonly query: string;
  readonly sort: Sort;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The highest `order` of an article when the reader last looked. */
  readonly seenThrough: number;
}

/** Store `library`, key `identity`: which library this is. Its second copy names the same one. */
export interface IdentityRecord {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** An article with everything the reader page shows. */
export interface SavedArticle {
  readonly record: ArticleRecord;
  readonly body: BodyRecord;
}
