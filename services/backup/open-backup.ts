import browser from 'webextension-polyfill';
import { problem } from '../../core/problem.ts';
import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { TransferClient } from '../transfer/transfer-client.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { Backup } from './backup.ts';
import type { BackupFiles } from './backup-files.ts';
import { createBackupMemory } from './backup-memory.ts';
import { filesOfDownloads } from './downloads-files.ts';
import { folderPicker } from './folder-access.ts';
import { keepBackingUp } from './keep-backing-up.ts';
import { createBackup } from './page-backup.ts';
import { createWorkerArchiver } from './worker-archiver.ts';

/** The permission that is only asked for when the person wants backups in the downloads folder. */
const DOWNLOADS = { permissions: ['downloads' as const] };

/** Where a file waits in the origin's private file system until the browser has stored it among the downloads. */
const SPOOL = 'backup-spool';

/** What backups share with the rest of their page. */
export interface PageTools {
  readonly store: Store;
  readonly preferences: PreferenceStore;
  readonly worker: TransferClient;
  readonly now: () => number;
  readonly appVersion: string;
}

/** Backups for a page of the extension; as long as it is open, it makes those that are due. */
export function openBackup({ store, preferences, worker, now, appVersion }: PageTools): Backup {
  const parts = {
    store,
    memory: createBackupMemory(browser.storage.local, browser.storage.onChanged, navigator.locks),
    archiver: createWorkerArchiver(store, preferences, worker, appVersion),
    now,
    locks: navigator.locks,
    downloads: openDownloads,
    pickFolder: folderPicker(globalThis),
    askForDownloads: () => browser.permissions.request(DOWNLOADS),
  };
  keepBackingUp(parts);
  return createBackup(parts);
}

async function openDownloads(): Promise<BackupFiles> {
  if (!(await browser.permissions.contains(DOWNLOADS))) {
    throw new TransferFailed(problem('no-folder-access', 'the permission for downloads was withdrawn'));
  }
  const root = await navigator.storage.getDirectory();
  return filesOfDownloads(browser.downloads, await root.getDirectoryHandle(SPOOL, { create: true }));
}
