import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Recovery } from '../../core/library/recovery.ts';
import type { LibraryState, Safekeeping } from '../../services/safekeeping/safekeeping.ts';

/** How the library stands, as the page follows it. Nothing of the library may be shown or asked for before it is ready. */
export interface LibraryWatch {
  readonly state: ReadonlySignal<LibraryState>;
  readonly isReady: ReadonlySignal<boolean>;
  /** Whether what the library holds may be seen: also when a newer version took over since, until the page is reloaded. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** A recovery that the person has not put away. */
  readonly recovery: ReadonlySignal<Recovery | null>;
  dismissRecovery(): void;
  /** Follows the library until the answered function is called. */
  start(): () => void;
}

export function createLibraryWatch(safekeeping: Safekeeping): LibraryWatch {
  const state = signal<LibraryState>(safekeeping.state());
  const wasReady = signal(false);
  const recovery = signal<Recovery | null>(null);
  const isReady = computed(() => state.value.kind === 'ready');

  function take(next: LibraryState) {
    state.value = next;
    if (next.kind !== 'ready') return;
    wasReady.value = true;
    safekeeping.recovery().then(
      (last) => {
        recovery.value = last;
      },
      (error: unknown) => console.error('Whether there was a recovery could not be read', error),
    );
  }
  return {
    state,
    isReady,
    isOpen: computed(() => isReady.value || (wasReady.value && state.value.kind === 'superseded')),
    recovery,
    dismissRecovery() {
      recovery.value = null;
      void safekeeping.dismissRecovery();
    },
    start() {
      take(safekeeping.state());
      return safekeeping.subscribe(take);
    },
  };
}
