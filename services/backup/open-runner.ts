import browser from 'webextension-polyfill';
import { problem } from '../../core/problem.ts';
import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { TransferClient } from '../transfer/transfer-client.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { BackupFiles } from './backup-files.ts';
import { createBackupMemory } from './backup-memory.ts';
import type { RunnerParts } from './backup-runner.ts';
import type { LendAddress } from './document-help.ts';
import { filesOfDownloads } from './downloads-files.ts';
import { createWorkerArchiver } from './worker-archiver.ts';

/** The permission that is only asked for when the person wants backups in the downloads folder. */
export const DOWNLOADS = { permissions: ['downloads' as const] };

/** Where a file waits in the origin's private file system until the browser has stored it among the downloads. */
const SPOOL = 'backup-spool';

/** What backups are made with, in whichever context. */
export interface RunnerTools {
  readonly store: Store;
  readonly preferences: Pick<PreferenceStore, 'load'>;
  readonly worker: TransferClient;
  readonly lendAddress: LendAddress;
  readonly now: () => number;
}

/** Backups over the real browser. */
export function openRunner({ store, preferences, worker, lendAddress, now }: RunnerTools): RunnerParts {
  const { version } = browser.runtime.getManifest();
  return {
    store,
    memory: createBackupMemory(browser.storage.local, browser.storage.onChanged, navigator.locks),
    archiver: createWorkerArchiver(store, preferences, worker, version),
    now,
    locks: navigator.locks,
    downloads: () => openDownloads(lendAddress),
  };
}

async function openDownloads(lendAddress: LendAddress): Promise<BackupFiles> {
  if (!(await browser.permissions.contains(DOWNLOADS))) {
    throw new TransferFailed(problem('no-folder-access', 'the permission for downloads was withdrawn'));
  }
  const root = await navigator.storage.getDirectory();
  const spool = await root.getDirectoryHandle(SPOOL, { create: true });
  return filesOfDownloads(browser.downloads, spool, lendAddress);
}
