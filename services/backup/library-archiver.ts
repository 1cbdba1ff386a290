import type { Preferences } from '../../core/library/preferences.ts';
import type { Holding } from '../../core/library/records.ts';
import type { Store } from '../../storage/store.ts';
import { sha256 } from '../content-hash.ts';
import type { ArchiveItem } from '../transfer/archive-contents.ts';
import { openArchive } from '../transfer/archive-reader.ts';
import type { ArchiveSource } from '../transfer/archive-source.ts';
import { archiveStream } from '../transfer/archive-writer.ts';
import type { Archiver, Progress } from './archiver.ts';
import { BackupFailed } from './backup-failed.ts';
import { binnedOf, holdingsOf, readBeside, takeInventory } from './library-contents.ts';

/** Makes and reads a backup's files in the one archive format (`docs/archive-format.md`). */
export function createArchiver(store: Store, loadSettings: () => Promise<Preferences>, appVersion: string): Archiver {
  return {
    async besideHash() {
      const [beside, settings] = await Promise.all([readBeside(store), loadSettings()]);
      return sha256(JSON.stringify([beside.searches, beside.redirects, settings]));
    },
    async write(at, changes, progress) {
      return archiveStream(await sourceOf(store, changes?.slugs ?? null, loadSettings, progress), { at, appVersion });
    },
    async read(file, receive, progress) {
      const opened = await openArchive(file);
      if (!opened.ok) throw new BackupFailed(opened.problem);
      const { manifest, holdings, verify } = opened.value;
      const { articles, binned } = manifest.counts;
      const found = await readArticles(holdings(), articles + binned, receive, progress);
      let damaged = 0;
      for await (const _ of verify(() => progress.signal.throwIfAborted())) damaged += 1;
      const isOtherwise = found.refused > 0 || found.articles !== articles; // Whole files that say otherwise than the manifest.
      return { damaged: damaged === 0 && isOtherwise ? 1 : damaged, gone: found.gone };
    },
  };
}

/** Hands the articles of an archive to `receive`; answers how many there were, which lay in the bin alone, and what was refused. */
async function readArticles(
  batches: AsyncIterable<readonly ArchiveItem[]>,
  total: number,
  receive: (holding: Holding) => void,
  progress: Progress,
): Promise<{ readonly articles: number; readonly refused: number; readonly gone: readonly string[] }> {
  const live = new Set<string>();
  const binned: string[] = [];
  let refused = 0;
  for await (const batch of batches) {
    for (const item of batch) {
      if (!('holding' in item)) refused += 1;
      else if (item.removedAt !== null) binned.push(item.holding.article.slug);
      else {
        live.add(item.holding.article.slug);
        receive(item.holding);
      }
    }
    await progress.pass(live.size + binned.length, total);
  }
  return { articles: live.size, refused, gone: binned.filter((slug) => !live.has(slug)) };
}

async function sourceOf(
  store: Store,
  slugs: ReadonlySet<string> | null,
  loadSettings: () => Promise<Preferences>,
  progress: Progress,
): Promise<ArchiveSource> {
  const [{ articles, binned }, beside, settings] = await Promise.all([
    takeInventory(store, slugs),
    readBeside(store),
    loadSettings(),
  ]);
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
