import type { SegmentEntry } from './segment-reader.ts';

/** Each query looks into every segment, so more than these are merged. */
export const MOST_SEGMENTS = 4;

/** With this many articles waiting outside of segments they are written into one. */
export const FLUSH_AT = 128;

/** A segment with a larger share of deleted documents is written anew without them. */
const MOST_DELETED = 0.25;

/**
 * Which segments to merge next, or none. The smallest are merged, and every next larger one along with them that is
 * less than twice what is merged already: so sizes stay far apart, and an article is rewritten only about log₂ n times.
 */
export function chooseMerge(entries: readonly SegmentEntry[]): readonly SegmentEntry[] {
  const bySize = [...entries].sort((one, other) => liveIn(one) - liveIn(other));
  if (bySize.length <= MOST_SEGMENTS)
    return bySize.filter(({ documents, deleted }) => deleted > documents * MOST_DELETED);
  const chosen: SegmentEntry[] = [];
  let size = 0;
  for (const entry of bySize) {
    const isNeeded = entries.length - chosen.length + 1 > MOST_SEGMENTS || chosen.length < 2;
    if (!isNeeded && liveIn(entry) >= size * 2) break;
    chosen.push(entry);
    size += liveIn(entry);
  }
  return chosen;
}

function liveIn({ documents, deleted }: SegmentEntry): number {
  return documents - deleted;
}
