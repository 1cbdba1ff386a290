import { type ReadonlySignal, useSignalEffect } from '@preact/signals';

/** Lets the browser ask before the page is closed, for as long as `isBusy`. */
export function useLeaveWarning(isBusy: ReadonlySignal<boolean>): void {
  useSignalEffect(() => {
    if (!isBusy.value) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  });
}
