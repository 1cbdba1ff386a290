import { LIST_NAMES, type Manifest } from '../../core/archive/manifest.ts';
import { parseFileLine } from '../../core/archive/parse-lists.ts';
import type { ImportRefusal } from '../../core/transfer/import-report.ts';
import { sha256OfBytes } from '../content-hash.ts';
import { isRefusal, type Line, readLines } from './list-reader.ts';
import { ZipDamage, type ZipReader } from './zip-reader.ts';

/** No file of an article is larger. */
const LARGEST_FILE = 1 << 26;

/** Compares each list with the manifest, and each other file with `files.jsonl`. See `ArchiveReader.verify`. */
export async function* verifyFiles(
  zip: ZipReader,
  manifest: Manifest,
  onFile: (done: number) => void = () => {},
): AsyncGenerator<ImportRefusal> {
  yield* zip.refusals;
  let done = 0;
  for (const name of LIST_NAMES) {
    for await (const line of readLines(zip, name, manifest)) {
      if (isRefusal(line)) yield line;
      else if (name === 'files.jsonl') {
        const refusal = await verifyFile(zip, line);
        if (refusal !== null) yield refusal;
        done += 1;
        onFile(done);
      }
    }
  }
}

async function verifyFile(zip: ZipReader, { value, where }: Line): Promise<ImportRefusal | null> {
  const file = parseFileLine(value);
  if (file === null) return { where, reason: 'not-json' };
  try {
    const bytes = await zip.read(file.path, LARGEST_FILE);
    if (bytes.length !== file.bytes) return { where: file.path, reason: 'wrong-size' };
    return (await sha256OfBytes(bytes)) === file.sha256 ? null : { where: file.path, reason: 'wrong-hash' };
  } catch (thrown) {
    if (!(thrown instanceof ZipDamage)) throw thrown;
    return { where: file.path, reason: thrown.reason };
  }
}
