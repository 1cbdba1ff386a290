import { type RunnerParts, runDueBackup } from './backup-runner.ts';
import type { DocumentHelp } from './document-help.ts';

/** What the background makes backups with. */
export interface BackgroundParts {
  readonly openHelp: () => DocumentHelp;
  /** What a backup is made with that has this help. */
  readonly runnerWith: (help: DocumentHelp) => RunnerParts;
  /** Keeps the background from being stopped until `work` is over. */
  readonly keepAwake: <T>(work: Promise<T>) => Promise<T>;
}

/** Makes the backup that is due, if one is and no page is at it. Rejects with what ended it. */
export async function backUpInBackground({ openHelp, runnerWith, keepAwake }: BackgroundParts): Promise<void> {
  const help = openHelp();
  try {
    await keepAwake(runDueBackup(runnerWith(help), { signal: new AbortController().signal, pass: async () => {} }));
  } finally {
    help.end();
  }
}
