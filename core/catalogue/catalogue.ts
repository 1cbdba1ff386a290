import type { ArticleRecord } from '../library/records.ts';
import type { Attachment, FieldTerm, Query } from '../query/query.ts';
import { addBit, emptyBitmap } from '../search/bytes/bitmap.ts';
import { ArticleTable } from './article-table.ts';
import { type CatalogueImage, imageOf, readImage } from './catalogue-image.ts';
import { type CompactTable, compactTable, EMPTY_TABLE } from './compact-table.ts';
import type { ArticleFacet, FacetValue } from './facet.ts';
import { rowTest } from './row-test.ts';
import { selectRows } from './select-rows.ts';
import { type Selection, selectionOf } from './selection.ts';

export type { CatalogueImage } from './catalogue-image.ts';
export type { Selection } from './selection.ts';

/** All articles of the library, in the few bytes each that filtering, counting and sorting need. Knows no texts. */
export interface Catalogue {
  /** The number of articles. */
  readonly size: number;
  has(order: number): boolean;
  /**
   * Adds the article or replaces what was known under its `order`. Whether it has a note, the record says; `attachments`
   * names what else hangs on it.
   */
  upsert(record: ArticleRecord, attachments?: readonly Attachment[]): void;
  /** Forgets the article; of an unknown one, does nothing. */
  remove(order: number): void;
  /** A test for one condition, for articles by `order`, always of what the catalogue holds when it is put. */
  test(term: FieldTerm, now: number): (order: number) => boolean;
  /**
   * The articles that meet `query`. Words and phrases in it ask for nothing, wherever they stand; `now` is what ages
   * count back from, milliseconds since 1970.
   */
  select(query: Query, now: number): Selection;
  /** The articles with these orders, given in any order; those not in the catalogue are left out. */
  selectOrders(orders: Float64Array): Selection;
  /**
   * Values of the whole library with a word that begins with `words`, as `ValuesWanted` has it; most frequent first.
   */
  complete(facet: ArticleFacet, words: string, limit: number): readonly FacetValue[];
  /** Everything as plain data, to be stored. It shares arrays with the catalogue, which never writes to what is in it. */
  image(): CatalogueImage;
}

/** A catalogue without articles. */
export function createCatalogue(): Catalogue {
  return catalogueOf(EMPTY_TABLE);
}

/** The catalogue that `image()` gave; null when it is none, or damaged, or of another version. */
export function openCatalogue(image: unknown): Catalogue | null {
  const table = readImage(image);
  return table === null ? null : catalogueOf(table);
}

function catalogueOf(first: CompactTable): Catalogue {
  let table = new ArticleTable(first);
  let compact: CompactTable | null = first;
  const changed = () => {
    compact = null;
    if (table.isWasteful) compactNow();
  };
  const compactNow = (): CompactTable => {
    const anew = compactTable(table.moment());
    table = new ArticleTable(anew);
    compact = anew;
    return anew;
  };
  return {
    get size() {
      return table.size;
    },
    has: (order) => table.rowOf(order) !== -1,
    upsert(record, attachments = []) {
      table.upsert(record, attachments);
      changed();
    },
    remove(order) {
      table.remove(order);
      changed();
    },
    test(term, now) {
      let known = table.moment();
      let passes = rowTest(term, known, now);
      return (order) => {
        const moment = table.moment();
        if (moment !== known) passes = rowTest(term, moment, now);
        known = moment;
        const row = table.rowOf(order);
        return row !== -1 && passes(row);
      };
    },
    select: (query, now) => selectionOf(table.moment(), selectRows(query, table.moment(), now)),
    selectOrders(orders) {
      const rows = emptyBitmap(table.moment().rows.count);
      for (const order of orders) {
        const row = table.rowOf(order);
        if (row !== -1) addBit(rows, row);
      }
      return selectionOf(table.moment(), rows);
    },
    complete: (facet, words, limit) =>
      selectionOf(table.moment(), null).values({ facet, words, from: 0, to: limit }).values,
    image: () => imageOf(compact ?? compactNow()),
  };
}
