import type { FacetValue } from '../../core/catalogue/facet.ts';
import type { Answer, FacetPage, ListedArticle, Question, ValuesWanted } from '../../core/library/search.ts';
import type { Query, ValueField } from '../../core/query/query.ts';

/** What is still being put into the index, for a progress bar. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Searching the library, the same to a page whether the engine runs in its worker or beside it. */
export interface LibrarySearch {
  /** Null when a newer question was asked meanwhile. Rejects when storage cannot be read. */
  ask(question: Question): Promise<Answer | null>;
  /** Rows `from` … `to` − 1 of an answer that is not closed yet; fewer where articles have gone since. */
  rows(answer: number, from: number, to: number): Promise<readonly ListedArticle[]>;
  values(answer: number, wanted: ValuesWanted): Promise<FacetPage>;
  /** The slugs of everything found, in the order of the list. */
  slugs(answer: number): Promise<readonly string[]>;
  /** Lets go of an answer. */
  close(answer: number): void;
  /** Values of the whole library whose name has a word beginning so, most frequent first. */
  complete(field: ValueField, words: string, limit: number): Promise<readonly FacetValue[]>;
  /** How many articles a query finds, of those with an `order` above `after`. */
  count(query: Query, now: number, after: number): Promise<number>;
}
