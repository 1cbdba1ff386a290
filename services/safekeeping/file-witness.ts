import { parseRecovery } from '../../storage/second-copy/recovery-log.ts';
import { parseSentinel, type Sentinel } from '../../storage/second-copy/sentinel.ts';
import type { Witness } from '../../storage/second-copy/witness.ts';

/** The witness of `storage/second-copy/witness.ts`, as a file of the origin's private file system: no LevelDB log holds it. */

/** A row of writes is noted once. */
const PAUSE_MS = 500;

/** The witness in the files `name` and `name`-loss of the folder that `openFolder` gives. */
export function createFileWitness(name: string, openFolder: () => Promise<FileSystemDirectoryHandle>): Witness {
  const lossName = `${name}-loss`;
  let latest: Sentinel | null = null;
  const read = async (file: string): Promise<unknown> => {
    try {
      const handle = await (await openFolder()).getFileHandle(file);
      return JSON.parse(await (await handle.getFile()).text());
    } catch {
      return null;
    }
  };
  /** A witness that cannot write remembers less. */
  const write = async (file: string, value: unknown): Promise<void> => {
    try {
      const handle = await (await openFolder()).getFileHandle(file, { create: true });
      const stream = await handle.createWritable(); // It writes beside the file and takes its place when it is closed.
      await stream.write(JSON.stringify(value));
      await stream.close();
    } catch {}
  };
  const writeLatest = async (): Promise<void> => {
    const sentinel = latest;
    latest = null;
    await write(name, sentinel);
  };
  return {
    read: async () => parseSentinel(await read(name)),
    loss: async () => parseRecovery(await read(lossName)),
    keepLoss: (loss) => write(lossName, loss),
    note(sentinel) {
      const isPlanned = latest !== null;
      latest = sentinel;
      if (!isPlanned) setTimeout(writeLatest, PAUSE_MS);
    },
  };
}
