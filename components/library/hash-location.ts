import { type ReadonlySignal, signal } from '@preact/signals';

/** The address hash of the page: it holds the page's whole state. */
export interface HashLocation {
  /** The hash as it stands, with its `#`; empty when there is none. */
  readonly hash: ReadonlySignal<string>;
  /** Opens `hash` as a new step that Back can leave. */
  go(hash: string): void;
  /** Changes the current step: for every keystroke in the search box. */
  replace(hash: string): void;
}

/** The hash of `window`. Links change it too, so it is heard as well as written. */
export function windowHash(window: Window): HashLocation {
  const hash = signal(window.location.hash);
  window.addEventListener('hashchange', () => {
    hash.value = window.location.hash;
  });
  return {
    hash,
    go(next) {
      window.location.hash = next;
      hash.value = window.location.hash;
    },
    replace(next) {
      window.history.replaceState(window.history.state, '', next);
      hash.value = window.location.hash;
    },
  };
}
