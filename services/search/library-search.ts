import type { FacetValue } from '../../core/catalogue/facet.ts';
import type { Answer, FacetPage, ListedArticle, Question, ValuesWanted } from '../../core/library/search.ts';
import type { Query, ValueField } from '../../core/query/query.ts';

/** How far the indexing of what is missing has come. */
export interface IndexProgress {
  /** Articles looked at; those that were there already are among them. */
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

/** A search engine that a page asks from outside, and that tells it when asking again may find more. */
export interface FollowedSearch extends LibrarySearch {
  /** Calls `listener` when the index was written, with what is still missing in it; returns the unsubscriber. */
  subscribe(listener: (progress: IndexProgress | null) => void): () => void;
}
