import browser from 'webextension-polyfill';
import type { Backup } from './backup.ts';
import { lendAddress } from './document-help.ts';
import { folderPicker } from './folder-access.ts';
import { keepBackingUp } from './keep-backing-up.ts';
import { DOWNLOADS, openRunner, type RunnerTools } from './open-runner.ts';
import { createBackup } from './page-backup.ts';

/** What backups share with the rest of their page. */
export type PageTools = Omit<RunnerTools, 'lendAddress'>;

/** Backups for a page of the extension; as long as it is open, it makes those that are due. */
export function openBackup(tools: PageTools): Backup {
  const parts = {
    ...openRunner({ ...tools, lendAddress }),
    pickFolder: folderPicker(globalThis),
    askForDownloads: () => browser.permissions.request(DOWNLOADS),
  };
  keepBackingUp(parts);
  return createBackup(parts);
}
