import type { ArticleRecord } from '../../core/library/records.ts';

/** What a restore has to bring back of an article, as one text: its content by its hash, and what the reader added. */
export function fingerprint({ contentHash, own }: ArticleRecord): string {
  const { tags, readAt, starredAt, archivedAt, note = '' } = own;
  return JSON.stringify([contentHash, tags, readAt, starredAt, archivedAt, note]);
}
