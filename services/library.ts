import type { ArticleRecord, ChangeRecord, SavedArticle } from '../core/library/records.ts';
import type { Result } from '../core/result.ts';

/** The marks a reader puts on an article. */
export type Mark = 'read' | 'starred' | 'archived';

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
  /** Fetches the article again and keeps what changed as a new revision. */
  refresh(slug: string): Promise<Result<'updated' | 'unchanged'>>;
  /** Calls `listener` after every committed write of any context, this page included; returns the unsubscriber. */
  subscribe(listener: (change: ChangeRecord) => void): () => void;
}

/** How the person likes to read. Kept in `storage.local`, shared live between open pages. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark' | 'sepia';
  readonly face: 'serif' | 'system';
  /** Steps from -2 to 4 around the base size. */
  readonly textSize: number;
  readonly measure: 'narrow' | 'normal' | 'wide';
  /** Single-key shortcuts on the library page (WCAG 2.1.4: can be switched off). */
  readonly singleKeys: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  face: 'serif',
  textSize: 0,
  measure: 'normal',
  singleKeys: true,
};

export interface PreferenceStore {
  load(): Promise<Preferences>;
  change(change: Partial<Preferences>): Promise<void>;
  subscribe(listener: (preferences: Preferences) => void): () => void;
}
