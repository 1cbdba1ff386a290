import { keepLibrary } from '../../../../services/safekeeping/keep-library.ts';
import { localKeyedStore } from '../../../../services/safekeeping/local-keyed-store.ts';
import type { Store } from '../../../../storage/store.ts';

/** The store as an extension page opens it, with its second copy. */
export function openBenchStore(): Store {
  return keepLibrary({ keyed: localKeyedStore, locks: navigator.locks, now: Date.now }).store;
}
