import type { Downloads } from 'webextension-polyfill';
import { type ProblemKind, problem } from '../../core/problem.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import { type BackupFiles, filesOfFolder } from './backup-files.ts';
import type { LendAddress } from './document-help.ts';

/** The folder in the downloads folder. */
const FOLDER = 'Offprint';

/** The part of the browser's downloads that backups need. */
export type DownloadsApi = Pick<
  Downloads.Static,
  'download' | 'search' | 'cancel' | 'removeFile' | 'erase' | 'onChanged'
>;

/**
 * The files in the downloads folder. A file is made and read back in the origin's own `spool` folder, and then handed to
 * the browser, which tells afterwards only how long the stored file is. Files are found again by the browser's list of
 * downloads: of one that the person struck off the list nothing is known, and it cannot be removed.
 */
export function filesOfDownloads(
  downloads: DownloadsApi,
  spool: FileSystemDirectoryHandle,
  lendAddress: LendAddress,
): BackupFiles {
  const spooled = filesOfFolder(spool);
  const find = async (name: string): Promise<Downloads.DownloadItem[]> => {
    const ending = `[/\\\\]${name.replaceAll('.', '\\.')}$`;
    return downloads.search({ filenameRegex: ending });
  };
  return {
    async store(name, write, signal) {
      await empty(spool);
      try {
        const stored = await write(spool);
        const file = await spooled.read(name);
        if (file === null) throw new TransferFailed(problem('interrupted', 'the file to be downloaded is gone'));
        const filename = `${FOLDER}/${name}`;
        const size = await lendAddress(file, (url) => download(downloads, { url, filename }, signal));
        if (size === stored.bytes) return stored;
        throw new TransferFailed(problem('archive-damaged', `${size} bytes of ${stored.bytes} were stored`));
      } finally {
        await empty(spool).catch(() => {}); // What is left is removed before the next file is written.
      }
    },
    async size(name) {
      const item = (await find(name)).findLast(({ state }) => state === 'complete');
      if (item === undefined) return 'unknown';
      return item.exists ? item.fileSize : null;
    },
    read: async () => null,
    async remove(name) {
      for (const { id, state } of await find(name)) {
        if (state === 'in_progress') await downloads.cancel(id);
        await downloads.removeFile(id).catch(() => {}); // It rejects where the person removed the file already.
        await downloads.erase({ id });
      }
    },
  };
}

/** Lets the browser store a file; answers how many bytes it stored. Rejects with `TransferFailed` when it did not. */
async function download(
  downloads: DownloadsApi,
  file: { readonly url: string; readonly filename: string },
  signal: AbortSignal,
): Promise<number> {
  const stop = new AbortController();
  try {
    const id = await downloads.download({ ...file, conflictAction: 'overwrite', saveAs: false });
    const cancel = (): void => void downloads.cancel(id);
    signal.addEventListener('abort', cancel, { signal: stop.signal });
    if (signal.aborted) cancel();
    return await sizeWhenDone(downloads, id);
  } finally {
    stop.abort();
  }
}

/** Waits until a download has ended. */
async function sizeWhenDone(downloads: DownloadsApi, id: number): Promise<number> {
  const ended = Promise.withResolvers<Downloads.DownloadItem>();
  const look = async (): Promise<void> => {
    const [item] = await downloads.search({ id });
    if (item === undefined) throw new TransferFailed(problem('cancelled', 'the download was struck off the list'));
    if (item.state !== 'in_progress') ended.resolve(item);
  };
  const heard = ({ id: changed }: { id: number }): void => {
    if (changed === id) look().catch(ended.reject);
  };
  downloads.onChanged.addListener(heard);
  try {
    await look();
    const { state, fileSize, error } = await ended.promise;
    if (state === 'complete') return fileSize;
    throw new TransferFailed(problem(problemOf(error), `download: ${error ?? state}`));
  } finally {
    downloads.onChanged.removeListener(heard);
  }
}

function problemOf(reason: string | undefined): ProblemKind {
  if (reason === 'FILE_NO_SPACE') return 'disk-full';
  if (reason?.startsWith('USER_')) return 'cancelled';
  return reason?.startsWith('FILE_') ? 'no-folder-access' : 'interrupted';
}

async function empty(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
}
