import type { ArticleRecord } from '../library/records.ts';
import type { Attachment, Query } from '../query/query.ts';
import type { Facets } from './facet.ts';

/** `saved`: highest `order` first. `published`: newest `datePublished` first, unknown last, then by `order`. */
export type Sort = 'saved' | 'published';

export interface SearchOptions {
  /** What relative dates count from, milliseconds since 1970. */
  readonly now: number;
  readonly sort: Sort;
}

/** What a query found. It stays as it is when the catalogue changes afterwards. */
export interface SearchResult {
  readonly total: number;
  /** The slug at `index`, 0 ≤ index < total; any other index throws a `RangeError`. */
  slugAt(index: number): string;
  /** The slugs from `from` up to but without `to`, as `Array.prototype.slice` counts. */
  slugs(from: number, to: number): readonly string[];
  readonly facets: Facets;
}

/** All articles of the library, held in memory in the few bytes that filtering, counting and sorting need. */
export interface Catalogue {
  /** The number of articles. */
  readonly size: number;
  has(slug: string): boolean;
  /** Adds the article or replaces what was known of it. `attachments` names what the reader or the site hung on to it. */
  upsert(record: ArticleRecord, attachments?: readonly Attachment[]): void;
  /** Forgets the article; of an unknown slug, does nothing. */
  remove(slug: string): void;
  search(query: Query, options: SearchOptions): SearchResult;
}

/** A catalogue without articles. */
export function createCatalogue(): Catalogue {
  throw new Error('not written yet');
}
