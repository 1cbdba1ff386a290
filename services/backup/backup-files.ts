import type { StoredBytes } from './blocks.ts';

/** Writes a file into `folder` and reads it back; answers what was stored. */
export type WriteInto = (folder: FileSystemDirectoryHandle) => Promise<StoredBytes>;

/** The files of one place that backups go to. All reject with what the browser threw, or with `TransferFailed`. */
export interface BackupFiles {
  /**
   * Stores the file `name` that `write` makes. When it rejects, whatever was there under other names is as it was, and
   * something unfinished may lie under `name`.
   */
  store(name: string, write: WriteInto, signal: AbortSignal): Promise<StoredBytes>;
  /** The size in bytes; null when there is no such file, `unknown` where the browser does not let us look. */
  size(name: string): Promise<number | null | 'unknown'>;
  /** The file; null when there is none, or where the browser does not let us read it. */
  read(name: string): Promise<File | null>;
  /** Removes a file; one that is not there is removed already. */
  remove(name: string): Promise<void>;
}

/** The files of a folder. */
export function filesOfFolder(folder: FileSystemDirectoryHandle): BackupFiles {
  const find = async (name: string): Promise<File | null> => {
    try {
      return await (await folder.getFileHandle(name)).getFile();
    } catch (thrown) {
      if (!isNotFound(thrown)) throw thrown;
      await expectFolder(folder);
      return null;
    }
  };
  return {
    store: (_, write) => write(folder),
    size: async (name) => (await find(name))?.size ?? null,
    read: find,
    async remove(name) {
      await folder.removeEntry(name).catch((thrown: unknown) => {
        if (!isNotFound(thrown)) throw thrown;
      });
    },
  };
}

/** Rejects with `NotFoundError` when the folder itself is gone: a file that is missing in it would be told by the same name. */
async function expectFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await folder.keys().next();
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'NotFoundError';
}
