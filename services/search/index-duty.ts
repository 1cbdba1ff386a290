import { chooseMerge, FLUSH_AT } from '../../core/search/segment/merge-policy.ts';
import type { SegmentEntry } from '../../core/search/segment/segment-reader.ts';
import type { IndexState } from '../../storage/index-writes.ts';

/** What the index needs most. */
export type Duty =
  | { readonly kind: 'reset' }
  | { readonly kind: 'flush' }
  | { readonly kind: 'merge'; readonly chosen: readonly SegmentEntry[] }
  | { readonly kind: 'fill'; readonly above: number }
  | { readonly kind: 'none' };

type DutyState = Pick<IndexState, 'isForeign' | 'waiting' | 'entries' | 'missingAbove'>;

/** While articles are missing there may be so many segments: merging them before the end would be work done twice. */
const MOST_WHILE_FILLING = 24;

/** What is to be done next: what is new comes before what is missing, and that, a piece at a time, before old order. */
export function nextDuty({ isForeign, waiting, entries, missingAbove }: DutyState): Duty {
  if (isForeign) return { kind: 'reset' };
  if (waiting >= FLUSH_AT) return { kind: 'flush' };
  if (missingAbove !== null && entries.length < MOST_WHILE_FILLING) return { kind: 'fill', above: missingAbove };
  const chosen = chooseMerge(entries);
  return chosen.length > 0 ? { kind: 'merge', chosen } : { kind: 'none' };
}
