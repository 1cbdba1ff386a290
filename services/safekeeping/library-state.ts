import type { LibraryState } from './safekeeping.ts';

/** How the library stands in this context, as its listeners hear it. */
export interface StateKeeper {
  state(): LibraryState;
  subscribe(listener: (state: LibraryState) => void): () => void;
  /** Changes the state; what a newer version took over stays so. */
  enter(state: LibraryState): void;
}

/** A keeper that begins with `checking`. */
export function createStateKeeper(): StateKeeper {
  let current: LibraryState = { kind: 'checking' };
  const listeners = new Set<(state: LibraryState) => void>();
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(state) {
      if (current.kind === 'superseded' || isSame(current, state)) return;
      current = state;
      for (const listener of listeners) listener(state);
    },
  };
}

function isSame(one: LibraryState, other: LibraryState): boolean {
  return one.kind === other.kind && one.kind !== 'restoring' && one.kind !== 'failed';
}
