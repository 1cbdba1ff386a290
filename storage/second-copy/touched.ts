import type { ChangeKind, ChangeRecord } from '../../core/library/records.ts';

/** What is to be copied of one slug after some changes. */
export interface Touch {
  /** Of the last of the changes. */
  sequence: number;
  /** `content`: the whole article; `state`: what is small; null: nothing of the article. */
  article: 'content' | 'state' | null;
  queue: boolean;
  redirect: boolean;
}

const OF_CONTENT: readonly ChangeKind[] = ['save', 'update', 'check'];
const OF_STATE: readonly ChangeKind[] = ['own', 'remove', 'restore', 'purge'];

/** What a change touches of the article itself: the whole, what is small, or nothing. */
export function partTouchedBy({ kind, order }: Pick<ChangeRecord, 'kind' | 'order'>): Touch['article'] {
  const isNewInBin = kind === 'remove' && order === null;
  if (isNewInBin || OF_CONTENT.includes(kind)) return 'content';
  return OF_STATE.includes(kind) ? 'state' : null;
}

/** What each slug's changes have touched. */
export function touchedBy(changes: readonly Omit<ChangeRecord, 'at'>[]): Map<string, Touch> {
  const touched = new Map<string, Touch>();
  for (const { sequence, kind, slug, order } of changes) {
    const touch = touched.get(slug) ?? { sequence, article: null, queue: false, redirect: false };
    touch.sequence = Math.max(touch.sequence, sequence);
    const part = partTouchedBy({ kind, order });
    touch.article = touch.article === 'content' ? 'content' : (part ?? touch.article);
    touch.queue ||= kind === 'queue' || kind === 'unqueue';
    touch.redirect ||= kind === 'redirect';
    touched.set(slug, touch);
  }
  return touched;
}

/**
 * By how many the number of articles in the library grew. What goes into the bin without ever having been in the library
 * (an import, a recovery) has no place in lists, and so does not count.
 */
export function growthOf(changes: readonly Pick<ChangeRecord, 'kind' | 'order'>[]): number {
  return changes.reduce((sum, { kind, order }) => sum + (order === null ? 0 : (GROWTH[kind] ?? 0)), 0);
}

const GROWTH: { readonly [kind in ChangeKind]?: number } = { save: 1, restore: 1, remove: -1 };
