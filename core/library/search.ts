import type { Facet, FacetValue } from '../catalogue/facet.ts';
import type { Query } from '../query/query.ts';
import type { ArticleRecord } from './records.ts';

/**
 * A search of the library as plain data: what a page asks the search worker, and what it is answered. Nothing here
 * grows with the library: rows and facet values come a page at a time.
 */

/** `relevance` where the query has words, else as `saved`; `published`, `saved`: newest first, unknown dates last. */
export const SORTS = ['relevance', 'published', 'saved'] as const;
export type Sort = (typeof SORTS)[number];

export interface Question {
  readonly query: Query;
  readonly sort: Sort;
  /** What ages (`>7d`) count back from, milliseconds since 1970. */
  readonly now: number;
  /** The rows wanted with the answer: from … to − 1. */
  readonly from: number;
  readonly to: number;
  /** The answer must know of every change up to this sequence number. */
  readonly through: number;
}

/** A passage with the hits marked, in pieces: text is never cut up by offsets outside of the worker. */
export type MarkedText = readonly { readonly text: string; readonly marked: boolean }[];

export interface ListedArticle {
  readonly record: ArticleRecord;
  /** The best passage of the body; null when the query has no words, or the body has none of them. */
  readonly snippet: MarkedText | null;
}

/** Some values of a facet and how many there are; the highest count first, then by name. */
export interface FacetPage {
  readonly values: readonly FacetValue[];
  /** Of all values that fit what was asked for. */
  readonly total: number;
}

/**
 * The first values of each facet (`FIRST_VALUES`), and beyond them every value that the query chooses, with count 0
 * where no article has it. Where the query asks for any of several values of a facet, that facet counts as if they were
 * not chosen: the numbers say what choosing one more would add.
 */
export type FacetPages = { readonly [Name in Facet]: FacetPage };

/** Values of a facet that come with every answer; months come all. */
export const FIRST_VALUES = 14;

export interface Answer {
  /** Names the search to the worker: rows and facet values are asked for under it until it is closed. */
  readonly id: number;
  readonly total: number;
  /** How they are sorted: `saved` when relevance was asked for and the query has no words. */
  readonly sort: Sort;
  readonly rows: readonly ListedArticle[];
  readonly facets: FacetPages;
  /** When nothing was found: the same query with other words in it, which would find something. */
  readonly suggestions: readonly Query[];
  /** Articles whose text is not in the index yet: the answer may grow. */
  readonly unindexed: number;
}

export interface ValuesWanted {
  readonly facet: Facet;
  /** Only values whose label or name has a word beginning so; empty: all. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}
