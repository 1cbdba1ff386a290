import { type RunnerParts, runDueBackup } from './backup-runner.ts';

/** How soon after a page was opened: what the person came for is on the screen by then. */
const FIRST_AFTER_MS = 5_000;

/** How often a page that stays open looks. Timers stand still while a computer sleeps; the hour goes on after it. */
const EVERY_MS = 3_600_000;

/** Makes the backups that are due as long as this context lives. One that fails is logged, and comes again when it is next due. */
export function keepBackingUp(parts: RunnerParts): void {
  const { signal } = new AbortController();
  const look = (): void => {
    runDueBackup(parts, { signal, pass: async () => {} }).catch((thrown: unknown) =>
      console.warn('Offprint: no backup:', thrown),
    );
  };
  setTimeout(look, FIRST_AFTER_MS);
  setInterval(look, EVERY_MS);
}
