import { mergeSegments } from '../../core/search/segment/merge-segments.ts';
import type { SegmentEntry } from '../../core/search/segment/segment-reader.ts';
import { allocateSegment, succeedEntries } from '../../storage/index-writes.ts';
import type { Store } from '../../storage/store.ts';
import { openSegments, writeBehind } from './index-segments.ts';
import type { Pause } from './index-turns.ts';

/** Writes the segments `chosen` of `entries` anew as one; the old ones count until it is whole. */
export async function mergeIndex(
  store: Store,
  entries: readonly SegmentEntry[],
  chosen: readonly SegmentEntry[],
  pause: Pause,
): Promise<void> {
  const segments = await openSegments(store, chosen);
  const merging = mergeSegments(segments, await allocateSegment(store));
  const writes = writeBehind(store);
  let slice = await merging.next();
  for (; slice.done !== true; slice = await merging.next()) {
    await pause();
    await writes.put(slice.value);
  }
  await writes.done();
  const kept = entries.filter(({ id }) => !chosen.some((entry) => entry.id === id));
  await succeedEntries(store, entries, { entries: [...kept, slice.value] });
}
