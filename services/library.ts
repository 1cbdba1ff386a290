import type { Preferences } from '../core/library/preferences.ts';
import type { ArticleRecord, ChangeRecord, Mark, SavedArticle } from '../core/library/records.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';

/** What the library and reader pages can do. Reads go straight to storage; `refresh` goes to the background by message. */
export interface Library {
  /** The newest `limit` records, newest first, from the index: never reads the rest. */
  newest(limit: number): Promise<readonly ArticleRecord[]>;
  /** Every record, newest first, handed over in batches so that a caller can draw between them. */
  all(receive: (batch: readonly ArticleRecord[]) => void, signal: AbortSignal): Promise<void>;
  /** How many articles are saved. */
  count(): Promise<number>;
  record(slug: string): Promise<ArticleRecord | null>;
  read(slug: string): Promise<SavedArticle | null>;
  remove(slug: string): Promise<Result<null>>;
  /** Takes an article back out of the bin. */
  restore(slug: string): Promise<Result<null>>;
  mark(slug: string, mark: Mark, on: boolean): Promise<Result<null>>;
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
