import type { Preferences } from '../../core/library/preferences.ts';
import type { Store } from '../../storage/store.ts';
import type { ArchiveSource } from '../transfer/archive-source.ts';
import { archiveStream } from '../transfer/archive-writer.ts';
import { TemporaryFolder } from '../transfer/temporary-files.ts';
import type { ArchiveTask, Progress } from './archiver.ts';
import type { StoredBytes } from './blocks.ts';
import { binnedOf, holdingsOf, readBeside, takeInventory } from './library-contents.ts';
import { writeFile } from './write-file.ts';

/** What an archive carries that does not lie in the database. */
export interface Signature {
  readonly settings: Preferences;
  readonly appVersion: string;
}

/** Writes what `task` asks for in the one archive format (`docs/archive-format.md`). See `Archiver.write`. */
export async function writeArchive(
  store: Store,
  { settings, appVersion }: Signature,
  { folder, name, at, slugs }: ArchiveTask,
  progress: Progress,
): Promise<StoredBytes> {
  const source = await sourceOf(store, slugs, settings, progress);
  const lists = TemporaryFolder.isPossible() ? await TemporaryFolder.create(at) : null;
  const createSpool = lists === null ? {} : { createSpool: (list: string) => lists.spool(list) };
  try {
    return await writeFile(folder, name, archiveStream(source, { at, appVersion, ...createSpool }), progress.signal);
  } finally {
    await lists?.clear(null);
  }
}

async function sourceOf(
  store: Store,
  slugs: ReadonlySet<string> | null,
  settings: Preferences,
  progress: Progress,
): Promise<ArchiveSource> {
  const [{ articles, binned }, beside] = await Promise.all([takeInventory(store, slugs), readBeside(store)]);
  const total = articles.length + binned.length;
  let done = 0;
  async function* counted<T>(records: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const record of records) {
      await progress.pass(done, total);
      yield record;
      done += 1;
    }
  }
  const holdings = counted(holdingsOf(store, articles));
  return { ...beside, holdings, binned: counted(binnedOf(store, binned)), settings, queryText: null };
}
