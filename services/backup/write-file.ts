import { problem } from '../../core/problem.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import { holdsBytes, recordBlocks, type StoredBytes } from './blocks.ts';

/**
 * Writes `content` to the file `name` of `folder` and reads it back; answers what was stored. What is written replaces
 * what was there at the moment the file is closed and not before
 * (https://fs.spec.whatwg.org/#api-filesystemwritablefilestream), so a write that is cut off leaves an empty file at most.
 */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<StoredBytes> {
  const handle = await folder.getFileHandle(name, { create: true });
  const { stage, result } = recordBlocks();
  await content.pipeThrough(stage, { signal }).pipeTo(await handle.createWritable(), { signal });
  const stored = result();
  if (await holdsBytes(await handle.getFile(), stored, signal)) return stored;
  throw new TransferFailed(problem('archive-damaged', 'the file read back is not what was written'));
}
