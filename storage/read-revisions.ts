import { keysOf } from './read-articles.ts';
import type { Store } from './store.ts';

/** The slugs of all articles with older content kept. */
export function readRevisedSlugs(store: Store): Promise<ReadonlySet<string>> {
  return store.read(async (database) => {
    const keys = await database.getAllKeys('revisions');
    return new Set(keys.map(([slug]) => slug));
  });
}

/** Which of `slugs` have older content kept. */
export function readRevisedOf(store: Store, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  return store.read(async (database) => {
    const { store: revisions } = database.transaction('revisions');
    const counts = await Promise.all(slugs.map((slug) => revisions.count(keysOf(slug))));
    return new Set(slugs.filter((_, index) => (counts[index] ?? 0) > 0));
  });
}
