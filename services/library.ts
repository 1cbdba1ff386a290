import type { OwnChange } from '../core/library/own-change.ts';
import type { Preferences } from '../core/library/preferences.ts';
import type { ArticleRecord, ChangeRecord, SavedArticle } from '../core/library/records.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import type { FollowedSearch } from './search/library-search.ts';

/** Work that takes long enough to be watched and stopped; what was done before it was stopped stays done. */
export interface LongWork {
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

/** What the library and reader pages can do. Reads go straight to storage; `refresh` goes to the background by message. */
export interface Library {
  /** The newest `limit` records, newest first, from the index: never reads the rest. */
  newest(limit: number): Promise<readonly ArticleRecord[]>;
  /** The search engine; it answers from the catalogue and the index. */
  readonly search: FollowedSearch;
  /** How many articles are saved. */
  count(): Promise<number>;
  record(slug: string): Promise<ArticleRecord | null>;
  read(slug: string): Promise<SavedArticle | null>;
  remove(slug: string): Promise<Result<null>>;
  /** Takes an article back out of the bin. */
  restore(slug: string): Promise<Result<null>>;
  change(slug: string, change: OwnChange): Promise<Result<null>>;
  /** Changes many articles at once, in pieces; answers with the slugs of those that were not so before. */
  changeAll(slugs: readonly string[], change: OwnChange, work?: LongWork): Promise<Result<readonly string[]>>;
  /** Moves many articles to the bin, in pieces; answers with the slugs of those that were there. */
  removeAll(slugs: readonly string[], work?: LongWork): Promise<Result<readonly string[]>>;
  restoreAll(slugs: readonly string[], work?: LongWork): Promise<Result<readonly string[]>>;
  /** Fetches the article again and keeps what changed as a new revision; `queued` when that waits for the network. */
  refresh(slug: string): Promise<Result<'updated' | 'unchanged' | 'queued'>>;
  /** Names what a rejected read met. */
  problemOf(thrown: unknown): Problem;
  /** Calls `listener` after every committed write of any context, this page included; returns the unsubscriber. */
  subscribe(listener: (change: ChangeRecord) => void): () => void;
}

export interface PreferenceStore {
  load(): Promise<Preferences>;
  change(change: Partial<Preferences>): Promise<void>;
  subscribe(listener: (preferences: Preferences) => void): () => void;
}
