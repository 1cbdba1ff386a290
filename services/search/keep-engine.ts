import type { Store } from '../../storage/store.ts';
import { type EngineOptions, openEngine, type SearchEngine } from './engine.ts';

/**
 * One engine for a context: opened when it is first asked for, or asked for again after opening failed, and kept as
 * long as the context lives. It follows what is written to the index; `refreshed` hears when it has.
 */
export function keepEngine(
  store: Store,
  options: EngineOptions = {},
  refreshed: () => void = () => {},
): () => Promise<SearchEngine> {
  let opening: Promise<SearchEngine> | null = null;

  store.announcements.subscribeIndex(() => {
    const refreshing = opening?.then((engine) => engine.refreshIndex());
    refreshing?.then(refreshed).catch(() => {}); // The next question meets what this one met, and tells it.
  });
  return () => {
    if (opening === null) {
      opening = openEngine(store, options);
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  };
}
