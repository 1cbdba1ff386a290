import type { ArticleRecord } from '../library/records.ts';
import type { Attachment, Query } from '../query/query.ts';
import { ArticleTable } from './article-table.ts';
import { countFacets } from './count-facets.ts';
import type { Facets } from './facet.ts';
import { rowFilter } from './row-filter.ts';
import { RowOrder, type Sort } from './row-order.ts';

export interface SearchOptions {
  /** What ages (`>7d`) count back from, milliseconds since 1970. */
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
  const table = new ArticleTable();
  const orders: { readonly [Name in Sort]: RowOrder } = {
    saved: new RowOrder(table, 'saved'),
    published: new RowOrder(table, 'published'),
  };
  const change = () => {
    orders.saved.invalidate();
    orders.published.invalidate();
  };
  return {
    get size() {
      return table.size;
    },
    has: (slug) => table.has(slug),
    upsert(record, attachments = []) {
      table.upsert(record, attachments);
      change();
    },
    remove(slug) {
      table.remove(slug);
      change();
    },
    search(query, { now, sort }) {
      const matches = rowFilter(query, table, now);
      const rows = orders[sort].rows();
      return searchResult(table, matches === null ? rows : rows.filter(matches));
    },
  };
}

function searchResult(table: ArticleTable, rows: readonly number[]): SearchResult {
  const slugs = rows.map((row) => table.slugs[row] ?? '');
  return {
    total: slugs.length,
    slugAt(index) {
      const slug = slugs[index];
      if (slug === undefined) throw new RangeError(`no article at ${index} of ${slugs.length}`);
      return slug;
    },
    slugs: (from, to) => slugs.slice(from, to),
    facets: countFacets(table, rows),
  };
}
