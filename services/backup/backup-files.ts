import { problem } from '../../core/problem.ts';
import { BackupFailed } from './backup-failed.ts';
import { holdsBytes, recordBlocks, type StoredBytes } from './blocks.ts';

/** The files of one place that backups go to. All reject with what the browser threw, or with `BackupFailed`. */
export interface BackupFiles {
  /**
   * Stores `content` under `name` and reads it back; answers what was stored. When it rejects, whatever was there
   * under other names is as it was, and something unfinished may lie under `name`.
   */
  write(name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal): Promise<StoredBytes>;
  /** The size in bytes; null when there is no such file, `unknown` where the browser does not let us look. */
  size(name: string): Promise<number | null | 'unknown'>;
  /** The file; null when there is none, or where the browser does not let us read it. */
  read(name: string): Promise<File | null>;
  /** Removes a file; one that is not there is removed already. */
  remove(name: string): Promise<void>;
}

/**
 * The files of a folder. A written file replaces what was there at the moment it is closed and not before
 * (https://fs.spec.whatwg.org/#api-filesystemwritablefilestream), so a write that is cut off leaves an empty file at most.
 */
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
    async write(name, content, signal) {
      const handle = await folder.getFileHandle(name, { create: true });
      const { stage, result } = recordBlocks();
      await content.pipeThrough(stage, { signal }).pipeTo(await handle.createWritable(), { signal });
      const stored = result();
      if (await holdsBytes(await handle.getFile(), stored, signal)) return stored;
      throw new BackupFailed(problem('archive-damaged', 'the file read back is not what was written'));
    },
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
