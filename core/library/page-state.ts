import type { Problem } from '../problem.ts';
import type { ArticleRecord, QueueRecord } from './records.ts';

/** What the toolbar button and the popup say about an article page. */
export type PageState =
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'queued'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Decides the state from what is stored and from when the page says it was last modified (as parsed, or null). */
export function pageStateOf(
  record: ArticleRecord | null,
  queued: QueueRecord | null,
  pageModified: string | null,
): PageState {
  if (queued !== null && queued.notBefore !== null) return { kind: 'queued', problem: queued.problem };
  if (record !== null) return isNewer(pageModified, record) ? { kind: 'newer' } : { kind: 'saved' };
  return queued === null ? { kind: 'unsaved' } : { kind: 'failed', problem: queued.problem };
}

/**
 * Whether the page is newer than the saved copy, as far as both say when they were modified. Dates in our normal form
 * sort as text; a date that is known only to the day is compared by day, so that a coarser date never looks newer.
 */
function isNewer(pageModified: string | null, { dateModified }: ArticleRecord): boolean {
  if (pageModified === null || dateModified === null) return false;
  const precision = Math.min(pageModified.length, dateModified.length);
  return pageModified.slice(0, precision) > dateModified.slice(0, precision);
}
