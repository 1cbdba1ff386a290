import browser from 'webextension-polyfill';
import { problem } from '../../core/problem.ts';
import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { Archiver } from './archiver.ts';
import type { Backup } from './backup.ts';
import { BackupFailed } from './backup-failed.ts';
import type { BackupFiles } from './backup-files.ts';
import { createBackupMemory } from './backup-memory.ts';
import { filesOfDownloads } from './downloads-files.ts';
import { folderPicker } from './folder-access.ts';
import { keepBackingUp } from './keep-backing-up.ts';
import { createBackup } from './page-backup.ts';

/** The permission that is only asked for when the person wants backups in the downloads folder. */
const DOWNLOADS = { permissions: ['downloads' as const] };

/** Where a file waits in the origin's private file system until the browser has stored it among the downloads. */
const SPOOL = 'backup-spool';

/** Backups for a page of the extension; as long as it is open, it makes those that are due. */
export function openBackup(store: Store, preferences: PreferenceStore, now: () => number): Backup {
  const parts = {
    store,
    memory: createBackupMemory(browser.storage.local, browser.storage.onChanged, navigator.locks),
    archiver: lateArchiver(store, preferences),
    now,
    locks: navigator.locks,
    downloads: openDownloads,
    pickFolder: folderPicker(window),
    askForDownloads: () => browser.permissions.request(DOWNLOADS),
  };
  keepBackingUp(parts);
  return createBackup(parts);
}

/** The archiver, whose code is loaded when it is first needed: most pages never make a backup. */
function lateArchiver(store: Store, preferences: PreferenceStore): Archiver {
  const load = async (): Promise<Archiver> => {
    const { createArchiver } = await import('./library-archiver.ts');
    return createArchiver(store, () => preferences.load(), browser.runtime.getManifest().version);
  };
  return {
    besideHash: async () => (await load()).besideHash(),
    write: async (...what) => (await load()).write(...what),
    read: async (...what) => (await load()).read(...what),
  };
}

async function openDownloads(): Promise<BackupFiles> {
  if (!(await browser.permissions.contains(DOWNLOADS))) {
    throw new BackupFailed(problem('no-folder-access', 'the permission for downloads was withdrawn'));
  }
  const root = await navigator.storage.getDirectory();
  return filesOfDownloads(browser.downloads, await root.getDirectoryHandle(SPOOL, { create: true }));
}
