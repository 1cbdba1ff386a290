import { parseSentinel, type Sentinel } from '../../storage/second-copy/sentinel.ts';
import type { Witness } from '../../storage/second-copy/witness.ts';

/** The witness of `storage/second-copy/witness.ts`, as a file of the origin's private file system: no LevelDB log holds it. */

/** A row of writes is noted once. */
const PAUSE_MS = 500;

/** The witness in the file `name` of the folder that `openFolder` gives. */
export function createFileWitness(name: string, openFolder: () => Promise<FileSystemDirectoryHandle>): Witness {
  let latest: Sentinel | null = null;
  const write = async (): Promise<void> => {
    const text = JSON.stringify(latest);
    latest = null;
    const file = await (await openFolder()).getFileHandle(name, { create: true });
    const stream = await file.createWritable(); // It writes beside the file and takes its place when it is closed.
    await stream.write(text);
    await stream.close();
  };
  return {
    async read() {
      try {
        const file = await (await openFolder()).getFileHandle(name);
        return parseSentinel(JSON.parse(await (await file.getFile()).text()));
      } catch {
        return null;
      }
    },
    note(sentinel) {
      const isPlanned = latest !== null;
      latest = sentinel;
      if (!isPlanned) setTimeout(() => write().catch(() => {}), PAUSE_MS); // A witness that cannot write remembers less.
    },
  };
}
