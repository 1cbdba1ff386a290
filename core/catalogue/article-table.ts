import type { ArticleRecord } from '../library/records.ts';
import type { Attachment } from '../query/query.ts';
import { articleValues } from './article-values.ts';
import { grown } from './columns.ts';
import type { CompactTable } from './compact-table.ts';
import { ARTICLE_FACETS } from './facet.ts';
import { flagsOf } from './flags.ts';
import type { Moment } from './moment.ts';
import { RowIndex } from './row-index.ts';
import { backwards, type ListSort, type RowList, updatedList } from './row-lists.ts';
import { appended, idsOf, type Rows } from './rows.ts';
import { ValueDictionary } from './value-dictionary.ts';
import { ValueRows } from './value-rows.ts';

/** Rows out of use or out of order, beyond a sixteenth of the articles, that make a table wasteful. */
const LEAST_WASTE = 1024;
const WASTE_SHARE = 1 / 16;

/** The articles as rows, with what is kept up about all of them together. */
export class ArticleTable {
  #rows: Rows;
  readonly #index: RowIndex;
  readonly #values: ValueDictionary;
  /** How many articles have each value and each set of flags. */
  #valueCounts: Uint32Array;
  readonly #flagCounts: Uint32Array;
  #lists: { readonly [Name in ListSort]: RowList };
  #moment: Moment | null = null;

  constructor({ rows, names, published, counts }: CompactTable) {
    this.#rows = rows;
    this.#index = new RowIndex(rows);
    this.#values = new ValueDictionary(names);
    this.#valueCounts = counts.values.slice();
    this.#flagCounts = counts.flags.slice();
    this.#lists = { saved: backwards(rows.count), published: { rows: published, known: rows.count } };
  }

  /** The number of articles. */
  get size(): number {
    return this.#index.size;
  }

  /** Whether making the table anew is worth it. */
  get isWasteful(): boolean {
    return this.#rows.count - this.size + this.#index.late > LEAST_WASTE + this.size * WASTE_SHARE;
  }

  /** The row of the article `order` now, -1 when there is none. */
  rowOf(order: number): number {
    return this.#index.rowOf(order, this.#rows);
  }

  /** Adds the article or replaces what was known of it. */
  upsert(record: ArticleRecord, attachments: readonly Attachment[]): void {
    this.remove(record.order);
    this.#rows = appended(this.#rows, {
      order: record.order,
      published: instantOf(record.datePublished),
      saved: record.savedAt,
      updated: instantOf(record.dateModified),
      flags: flagsOf(record.own, attachments),
      ids: this.#idsOf(record),
    });
    this.#index.add(this.#rows);
    this.#count(this.#rows.count - 1, 1);
  }

  /** Forgets the article; of an unknown one, does nothing. */
  remove(order: number): void {
    const row = this.rowOf(order);
    if (row === -1) return;
    this.#index.remove(row, order);
    this.#count(row, -1);
  }

  /** Everything as it is now. */
  moment(): Moment {
    this.#moment ??= this.#takeMoment();
    return this.#moment;
  }

  #takeMoment(): Moment {
    const rows = this.#rows;
    const live = this.#index.live(rows.count);
    this.#lists = {
      saved: updatedList(this.#lists.saved, live, rows, 'saved'),
      published: updatedList(this.#lists.published, live, rows, 'published'),
    };
    const counts = { values: this.#valueCounts.slice(0, this.#values.size), flags: this.#flagCounts.slice() };
    return {
      rows,
      live,
      size: this.size,
      lists: { saved: this.#lists.saved.rows, published: this.#lists.published.rows },
      values: this.#values,
      counts,
      valueRows: new ValueRows(rows, counts.values),
    };
  }

  #count(row: number, step: 1 | -1): void {
    this.#moment = null;
    this.#valueCounts = grown(this.#valueCounts, this.#values.size);
    for (const id of idsOf(this.#rows, row)) this.#valueCounts[id] = (this.#valueCounts[id] as number) + step;
    const flags = this.#rows.flags[row] as number;
    this.#flagCounts[flags] = (this.#flagCounts[flags] as number) + step;
  }

  /** Without duplicates: two spellings of one tag are one value. */
  #idsOf(record: ArticleRecord): readonly number[] {
    const values = articleValues(record);
    const ids = ARTICLE_FACETS.flatMap((facet) => values[facet].map((value) => this.#values.add(facet, value)));
    return [...new Set(ids)];
  }
}

function instantOf(date: string | null): number {
  return date === null ? Number.NaN : Date.parse(date);
}
