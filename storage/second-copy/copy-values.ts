import type {
  ArticleRecord,
  OwnData,
  QueueRecord,
  RedirectRecord,
  SavedSearchRecord,
} from '../../core/library/records.ts';
import { isObject } from './packed-holding.ts';

/** The values of the second copy as they are stored, and how each is told from anything else that may be found. */

/** The whole of an article, in the library or in the bin. */
export interface ContentCopy {
  /** The change as of which it is true. */
  readonly sequence: number;
  /** When it was moved to the bin, milliseconds since 1970; null when it is in the library. */
  readonly removedAt: number | null;
  /** As `packHolding` made it. */
  readonly packed: string;
}

/** What counts in place of what the whole says, where it is later. */
export interface StateCopy extends Pick<ArticleRecord, 'own' | 'checkedAt' | 'goneAt'> {
  readonly sequence: number;
  readonly removedAt: number | null;
}

/** All saved searches. `revision` counts how often they were written. */
export interface SearchesCopy {
  readonly revision: number;
  readonly searches: readonly SavedSearchRecord[];
}

export function parseContent(value: unknown): ContentCopy | null {
  if (!isObject(value)) return null;
  const { sequence, removedAt, packed } = value;
  if (typeof sequence !== 'number' || !isTime(removedAt) || typeof packed !== 'string') return null;
  return { sequence, removedAt, packed };
}

export function parseState(value: unknown): StateCopy | null {
  if (!isObject(value)) return null;
  const { sequence, removedAt, own, checkedAt, goneAt } = value;
  if (typeof sequence !== 'number' || typeof checkedAt !== 'number') return null;
  if (!isTime(removedAt) || !isTime(goneAt) || !isOwnData(own)) return null;
  return { sequence, removedAt, own, checkedAt, goneAt };
}

export function parseQueued(value: unknown, slug: string): QueueRecord | null {
  if (!isObject(value) || value['slug'] !== slug) return null;
  const { queuedAt, attempts, notBefore, problem } = value;
  const isWhole =
    typeof queuedAt === 'number' && typeof attempts === 'number' && isTime(notBefore) && isObject(problem);
  return isWhole ? (value as unknown as QueueRecord) : null;
}

export function parseRedirect(value: unknown, from: string): RedirectRecord | null {
  return typeof value === 'string' ? { from, to: value } : null;
}

export function parseSearches(value: unknown): SearchesCopy | null {
  if (!isObject(value)) return null;
  const { revision, searches } = value;
  if (typeof revision !== 'number' || !Array.isArray(searches)) return null;
  return { revision, searches: searches.filter(isSearch) };
}

function isSearch(value: unknown): value is SavedSearchRecord {
  if (!isObject(value)) return false;
  const { name, query, sort, createdAt, seenThrough } = value;
  const isText = [name, query, sort].every((part) => typeof part === 'string');
  return isText && typeof createdAt === 'number' && typeof seenThrough === 'number';
}

function isOwnData(value: unknown): value is OwnData {
  if (!isObject(value)) return false;
  const { tags, readAt, starredAt, archivedAt, note } = value;
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
  return areTags && [readAt, starredAt, archivedAt].every(isTime) && (note === undefined || typeof note === 'string');
}

function isTime(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
