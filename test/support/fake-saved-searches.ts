import type { SavedSearchRecord } from '../../core/library/records.ts';
import { succeed } from '../../core/result.ts';
import type { SavedSearches } from '../../services/saved-searches.ts';

/** Saved searches in memory with the promises of the real ones, and handles for a test. */
export interface FakeSavedSearches extends SavedSearches {
  readonly held: Map<string, SavedSearchRecord>;
  /** The order of the newest article. */
  newest: number;
  /** While true, reading and writing fail. */
  broken: boolean;
}

export function fakeSavedSearches(searches: readonly SavedSearchRecord[]): FakeSavedSearches {
  const held = new Map(searches.map((search) => [search.name, search]));
  const isTaken = (name: string, but?: string) =>
    [...held.keys()].some((taken) => taken !== but && taken.toLowerCase() === name.toLowerCase());
  const failed = { ok: false, problem: { kind: 'storage-failed' } } as const;
  const fake: FakeSavedSearches = {
    held,
    newest: 0,
    broken: false,
    list: async () => {
      if (fake.broken) throw new Error('broken on purpose');
      return [...held.values()];
    },
    async save(search) {
      return fake.restore({ ...search, createdAt: held.size, seenThrough: fake.newest });
    },
    async rename(from, to) {
      const search = held.get(from);
      if (fake.broken) return failed;
      if (search === undefined) return succeed('absent');
      if (isTaken(to, from)) return succeed('name-taken');
      held.delete(from);
      held.set(to, { ...search, name: to });
      return succeed('done');
    },
    async remove(name) {
      if (fake.broken) return failed;
      const search = held.get(name) ?? null;
      held.delete(name);
      return succeed(search);
    },
    async restore(search) {
      if (fake.broken) return failed;
      if (isTaken(search.name)) return succeed('name-taken');
      held.set(search.name, search);
      return succeed('done');
    },
    async look(name) {
      const search = held.get(name);
      if (search === undefined) return succeed('absent');
      held.set(name, { ...search, seenThrough: fake.newest });
      return succeed('done');
    },
  };
  return fake;
}
