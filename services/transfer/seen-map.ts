import type { SavedSearchRecord } from '../../core/library/records.ts';

/**
 * How far saved searches were looked at, in the places of this library: `seenThrough` is a place in the lists of the
 * library that a file comes from.
 */
export interface SeenMap {
  /** An article whose place was `there` is at `here`. */
  place(there: number, here: number): void;
  /** The highest place here of an article that was at `seenThrough` or below; 0 when there is none. */
  through(seenThrough: number): number;
}

/** A map for these searches, before any article came. */
export function createSeenMap(searches: readonly Pick<SavedSearchRecord, 'seenThrough'>[]): SeenMap {
  const highest = new Map(searches.map(({ seenThrough }) => [seenThrough, 0]));
  return {
    place(there, here) {
      for (const [seenThrough, known] of highest) {
        if (there <= seenThrough && here > known) highest.set(seenThrough, here);
      }
    },
    through: (seenThrough) => highest.get(seenThrough) ?? 0,
  };
}
