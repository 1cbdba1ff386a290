import type { Store } from '../../storage/store.ts';

/** Whatever reads the index, and reads it again after it was written. */
interface Engine {
  refreshIndex(): Promise<void>;
}

/**
 * One engine for a context: opened by `open` when it is first asked for, or asked for again after opening failed, and kept
 * as long as the context lives. It follows what is written to the index; `refreshed` hears when it has.
 */
export function keepEngine<T extends Engine>(
  store: Store,
  open: () => Promise<T>,
  refreshed: () => void = () => {},
): () => Promise<T> {
  let opening: Promise<T> | null = null;

  store.announcements.subscribeIndex(() => {
    const refreshing = opening?.then((engine) => engine.refreshIndex());
    refreshing?.then(refreshed).catch(() => {}); // The next question meets what this one met, and tells it.
  });
  return () => {
    if (opening === null) {
      opening = open();
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  };
}
