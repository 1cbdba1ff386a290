import { type ListName, MANIFEST_NAME, type Manifest, parseManifest } from '../../core/archive/manifest.ts';
import { parseRedirect, parseSearch } from '../../core/archive/parse-lists.ts';
import { readPreferences } from '../../core/library/preferences.ts';
import { problem } from '../../core/problem.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ArchiveList, ArchiveReader } from './archive-contents.ts';
import { readHoldingsOf } from './archived-holdings.ts';
import { isRefusal, parseJson, readLines } from './list-reader.ts';
import { verifyFiles } from './verify-archive.ts';
import { ZipDamage, ZipReader } from './zip-reader.ts';

const LARGEST_MANIFEST = 1 << 20;
/** Saved searches and redirects are one line; more of them than this are not read. */
const MOST_ITEMS = 100_000;

/** Opens the archive that `blob` is: `not-an-archive`, `archive-newer`, or `archive-damaged` where it is a zip that cannot be trusted. */
export async function openArchive(blob: Blob): Promise<Result<ArchiveReader>> {
  if (!(await beginsLikeZip(blob))) return fail(problem('not-an-archive'));
  const zip = await ZipReader.open(blob);
  if (zip === null) return fail(problem('archive-damaged'));
  const manifest = await readManifest(zip);
  return manifest.ok ? succeed(readerOf(zip, manifest.value)) : manifest;
}

async function beginsLikeZip(blob: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

async function readManifest(zip: ZipReader): Promise<Result<Manifest>> {
  try {
    return parseManifest(parseJson(await zip.read(MANIFEST_NAME, LARGEST_MANIFEST)));
  } catch (thrown) {
    if (!(thrown instanceof ZipDamage)) throw thrown;
    return fail(problem(thrown.reason === 'missing-file' ? 'not-an-archive' : 'archive-damaged'));
  }
}

function readerOf(zip: ZipReader, manifest: Manifest): ArchiveReader {
  return {
    manifest,
    holdings: () => readHoldingsOf(zip, manifest),
    searches: () => readItems(zip, manifest, 'searches.json', parseSearch),
    redirects: () => readItems(zip, manifest, 'redirects.json', parseRedirect),
    async settings() {
      const { records } = await readItems(zip, manifest, 'settings.json', (value) => value);
      return records.length === 0 || records[0] === null ? null : readPreferences(records[0]);
    },
    verify: (onFile) => verifyFiles(zip, manifest, onFile),
  };
}

/** The items of a list that is one line of JSON: those of an array, or the one value. */
async function readItems<T>(
  zip: ZipReader,
  manifest: Manifest,
  name: ListName,
  parse: (value: unknown) => T | null,
): Promise<ArchiveList<T>> {
  const records: T[] = [];
  const refusals = [];
  for await (const line of readLines(zip, name, manifest)) {
    if (isRefusal(line)) {
      refusals.push(line);
      continue;
    }
    const items = Array.isArray(line.value) ? line.value.slice(0, MOST_ITEMS) : [line.value];
    for (const item of items) {
      const record = parse(item);
      if (record === null) refusals.push({ where: name, reason: 'not-an-article' as const });
      else records.push(record);
    }
  }
  return { records, refusals };
}
