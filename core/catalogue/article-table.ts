import type { ArticleRecord } from '../library/records.ts';
import type { Attachment } from '../query/query.ts';
import { articleWords } from './article-text.ts';
import { articleValues } from './article-values.ts';
import { grown } from './columns.ts';
import { ARTICLE_FACETS } from './facet.ts';
import { flagsOf } from './flags.ts';
import { IdLists } from './id-lists.ts';
import { ValueDictionary } from './value-dictionary.ts';
import { WordDictionary } from './word-dictionary.ts';

/** The library as columns: an article is a row, a small number; a removed article's row is given to a later one. */
export class ArticleTable {
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];
  /** By row; null when the row is free. */
  readonly slugs: (string | null)[] = [];
  /** By row, as `flagsOf` makes them. */
  flags: Uint8Array = new Uint8Array(0);
  /** By row, the save's sequence number. */
  order: Float64Array = new Float64Array(0);
  /** By row, milliseconds since 1970; NaN when the site gave no date. */
  published: Float64Array = new Float64Array(0);
  saved: Float64Array = new Float64Array(0);
  updated: Float64Array = new Float64Array(0);
  /** By row, the ids of its facet values. */
  readonly values = new IdLists();
  readonly valueIds = new ValueDictionary();
  /** By row, the ids of its words, as `articleWords` gives them. */
  readonly words = new IdLists();
  readonly wordIds = new WordDictionary();

  /** The number of articles. */
  get size(): number {
    return this.#rows.size;
  }

  has(slug: string): boolean {
    return this.#rows.has(slug);
  }

  upsert(record: ArticleRecord, attachments: readonly Attachment[]): void {
    const row = this.#rows.get(record.slug) ?? this.#newRow(record.slug);
    this.flags[row] = flagsOf(record.own, attachments);
    this.order[row] = record.order;
    this.published[row] = instantOf(record.datePublished);
    this.saved[row] = record.savedAt;
    this.updated[row] = instantOf(record.dateModified);
    this.values.set(row, this.#valueIdsOf(record));
    this.words.set(row, articleWords(record, this.wordIds));
  }

  remove(slug: string): void {
    const row = this.#rows.get(slug);
    if (row === undefined) return;
    this.#rows.delete(slug);
    this.#free.push(row);
    this.slugs[row] = null;
  }

  /** Without duplicates: two spellings of one tag are one value. */
  #valueIdsOf(record: ArticleRecord): readonly number[] {
    const values = articleValues(record);
    const ids = new Set<number>();
    for (const facet of ARTICLE_FACETS) {
      for (const value of values[facet]) ids.add(this.valueIds.add(facet, value));
    }
    return [...ids];
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
