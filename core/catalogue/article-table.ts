import type { ArticleRecord } from '../library/records.ts';
import type { Attachment } from '../query/query.ts';
import { articleText } from './article-text.ts';
import { articleValues } from './article-values.ts';
import { grown } from './columns.ts';
import { flagsOf } from './flags.ts';
import { ValueDictionary } from './value-dictionary.ts';
import { ValueLists } from './value-lists.ts';

/** The library as columns: an article is a row, a small number; a removed article's row is given to a later one. */
export class ArticleTable {
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];
  /** By row; null when the row is free. */
  readonly slugs: (string | null)[] = [];
  /** By row, as `articleText` makes it. */
  readonly texts: string[] = [];
  /** By row, as `flagsOf` makes them. */
  flags: Uint8Array = new Uint8Array(0);
  /** By row, the save's sequence number. */
  order: Float64Array = new Float64Array(0);
  /** By row, milliseconds since 1970; NaN when the site gave no date. */
  published: Float64Array = new Float64Array(0);
  saved: Float64Array = new Float64Array(0);
  updated: Float64Array = new Float64Array(0);
  /** By row, the ids of its facet values in `dictionary`. */
  readonly values = new ValueLists();
  readonly dictionary = new ValueDictionary();

  /** The number of articles. */
  get size(): number {
    return this.#rows.size;
  }

  has(slug: string): boolean {
    return this.#rows.has(slug);
  }

  upsert(record: ArticleRecord, attachments: readonly Attachment[]): void {
    const row = this.#rows.get(record.slug) ?? this.#newRow(record.slug);
    this.texts[row] = articleText(record);
    this.flags[row] = flagsOf(record.own, attachments);
    this.order[row] = record.order;
    this.published[row] = instantOf(record.datePublished);
    this.saved[row] = record.savedAt;
    this.updated[row] = instantOf(record.dateModified);
    const ids = articleValues(record).map(({ facet, value }) => this.dictionary.add(facet, value));
    this.values.set(row, [...new Set(ids)]);
  }

  remove(slug: string): void {
    const row = this.#rows.get(slug);
    if (row === undefined) return;
    this.#rows.delete(slug);
    this.#free.push(row);
    this.slugs[row] = null;
    this.texts[row] = '';
  }

  #newRow(slug: string): number {
    const row = this.#free.pop() ?? this.slugs.length;
    this.#rows.set(slug, row);
    this.slugs[row] = slug;
    this.flags = grown(this.flags, row + 1);
    this.order = grown(this.order, row + 1);
    this.published = grown(this.published, row + 1);
    this.saved = grown(this.saved, row + 1);
    this.updated = grown(this.updated, row + 1);
    return row;
  }
}

function instantOf(date: string | null): number {
  return date === null ? Number.NaN : Date.parse(date);
}
