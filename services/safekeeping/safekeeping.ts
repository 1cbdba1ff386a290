import type { Recovery } from '../../core/library/recovery.ts';
import type { Problem } from '../../core/problem.ts';

/** How the library stands, before anything of it is shown. */
export type LibraryState =
  /** It is being compared with its sentinel. */
  | { readonly kind: 'checking' }
  /** It is being brought back from the second copy. */
  | { readonly kind: 'restoring'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** Older pages hold the database, and the upgrade waits for them to be closed or reloaded. */
  | { readonly kind: 'blocked' }
  /** A newer version of the product took over: this page must be reloaded. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The second copy, for the storage page. */
export interface CopyState {
  /** Articles in the second copy; equal to the library's number when all is well. */
  readonly articles: number;
  /** Names of databases that could not be read and were set aside. */
  readonly setAside: readonly string[];
}

/** What keeps the library from being lost, as a page uses it. */
export interface Safekeeping {
  state(): LibraryState;
  /** Calls `listener` when the state changes; returns the unsubscriber. */
  subscribe(listener: (state: LibraryState) => void): () => void;
  /** The last recovery that the person has not put away; null when there is none. */
  recovery(): Promise<Recovery | null>;
  /** The person has read the notice. */
  dismissRecovery(): Promise<void>;
  copy(): Promise<CopyState>;
}
