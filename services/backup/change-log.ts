import type { LogPlace } from '../../core/backup/backup-record.ts';
import type { ChangeKind } from '../../core/library/records.ts';
import { lastSequence, readChangesAfter } from '../../storage/read-changes.ts';
import type { Store } from '../../storage/store.ts';

/** What a backup reads of the change log: how far it goes, and what changed since a file was written. */

const BATCH = 2_000;

/** Changes of what waits to be saved, which is no part of a backup. */
const NOT_OF_ARTICLES: readonly ChangeKind[] = ['queue', 'unqueue'];

/** The last change in the log; null when there is none. */
export async function lastPlace(store: Store): Promise<LogPlace | null> {
  return placeAt(store, await lastSequence(store));
}

/** Whether both are the same change of the same log. */
export function isSamePlace(one: LogPlace | null, other: LogPlace | null): boolean {
  if (one === null || other === null) return one === other;
  return one.sequence === other.sequence && one.slug === other.slug && one.at === other.at;
}

/**
 * The slugs of all articles changed after `place`, also of those that are no longer there; null when the log cannot tell:
 * it is not the log of `place`, or not all of it is there (a library that was brought back has a shorter one).
 */
export async function changedSince(store: Store, place: LogPlace | null): Promise<ReadonlySet<string> | null> {
  const from = place?.sequence ?? 0;
  if (place !== null && !isSamePlace(place, await placeAt(store, from))) return null;
  const changed = new Set<string>();
  for (let through = from; ; ) {
    const batch = await readChangesAfter(store, through, BATCH);
    for (const { sequence, kind, slug } of batch) {
      through += 1;
      if (sequence !== through) return null;
      if (!NOT_OF_ARTICLES.includes(kind)) changed.add(slug);
    }
    if (batch.length < BATCH) return changed;
  }
}

async function placeAt(store: Store, sequence: number): Promise<LogPlace | null> {
  if (sequence === 0) return null;
  const [change] = await readChangesAfter(store, sequence - 1, 1);
  return change?.sequence === sequence ? { sequence, slug: change.slug, at: change.at } : null;
}
