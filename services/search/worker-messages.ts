import type { Problem } from '../../core/problem.ts';
import type { IndexProgress, LibrarySearch } from './library-search.ts';

/** The conversation between a page and its search worker: calls, their answers, and news of the index. */

export type Method = keyof LibrarySearch;

export type Call = {
  readonly [Name in Method]: {
    /** Grows by one with every call. */
    readonly call: number;
    readonly method: Name;
    readonly args: Parameters<LibrarySearch[Name]>;
  };
}[Method];

export type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly problem: Problem }
  /** The index was written: asking again may find more. Null when nothing is missing in it. */
  | { readonly progress: IndexProgress | null };

/** One end of the conversation: a worker seen from its page, or a page seen from its worker. */
export interface Port {
  postMessage(message: Call | Reply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** What a call rejects with when the worker could not do it. */
export class SearchFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.kind);
    this.problem = problem;
  }
}
