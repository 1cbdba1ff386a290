import type { Recovery } from '../../core/library/recovery.ts';
import type { CopyState, LibraryState, Safekeeping } from '../../services/safekeeping/safekeeping.ts';

/** Safekeeping whose state a test sets. */
export interface FakeSafekeeping extends Safekeeping {
  become(state: LibraryState): void;
  last: Recovery | null;
  copied: CopyState;
}

export function fakeSafekeeping(initial: LibraryState = { kind: 'ready' }): FakeSafekeeping {
  let state = initial;
  const listeners = new Set<(state: LibraryState) => void>();
  const fake: FakeSafekeeping = {
    last: null,
    copied: { articles: 2, setAside: [] },
    become(next) {
      state = next;
      for (const listener of listeners) listener(next);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    recovery: async () => fake.last,
    async dismissRecovery() {
      fake.last = null;
    },
    copy: async () => fake.copied,
  };
  return fake;
}
