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

/** What is to be done next: what is new comes before old order, and order before what is missing, a piece at a time. */
export function nextDuty({ isForeign, waiting, entries, missingAbove }: DutyState): Duty {
  if (isForeign) return { kind: 'reset' };
  if (waiting >= FLUSH_AT) return { kind: 'flush' };
  const chosen = chooseMerge(entries);
  if (chosen.length > 0) return { kind: 'merge', chosen };
  return missingAbove === null ? { kind: 'none' } : { kind: 'fill', above: missingAbove };
}
