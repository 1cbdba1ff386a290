import { type ReadonlySignal, signal } from '@preact/signals';

/** One short message, with a way back where there is one. */
export interface Toast {
  readonly message: string;
  readonly undo: (() => void) | null;
}

/** Runs `run` once after `milliseconds`, unless the function it answers is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** The one toast of a page: a new one takes the place of the old. */
export interface Toasts {
  readonly current: ReadonlySignal<Toast | null>;
  show(message: string, undo?: () => void): void;
  /** Takes the toast away and runs its undo; false when there is nothing to undo. */
  undo(): boolean;
  dismiss(): void;
  /** Keeps the toast while a person looks at it (pointer over it, or focus inside). */
  hold(): void;
  /** Gives the toast its whole time again. */
  release(): void;
}

/** How long a toast stays unless someone looks at it: time enough to read it and reach the button. */
export const TOAST_MILLISECONDS = 8000;

/** Toasts that leave by the timer `after`. */
export function createToasts(after: After): Toasts {
  const current = signal<Toast | null>(null);
  let cancel = () => {};

  function dismiss() {
    cancel();
    current.value = null;
  }
  function release() {
    cancel();
    cancel = after(TOAST_MILLISECONDS, dismiss);
  }
  return {
    current,
    show(message, undo) {
      current.value = { message, undo: undo ?? null };
      release();
    },
    undo() {
      const undo = current.value?.undo ?? null;
      if (undo === null) return false;
      dismiss();
      undo();
      return true;
    },
    dismiss,
    hold: () => cancel(),
    release,
  };
}
