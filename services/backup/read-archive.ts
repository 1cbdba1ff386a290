import type { ArchiveItem } from '../transfer/archive-contents.ts';
import { openArchive } from '../transfer/archive-reader.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { ArchiveReading, Progress } from './archiver.ts';
import { fingerprint } from './fingerprint.ts';

/** Reads a whole archive as a restore would, and compares every file of it with its hash. See `Archiver.read`. */
export async function readArchive(file: Blob, progress: Progress): Promise<ArchiveReading> {
  const opened = await openArchive(file);
  if (!opened.ok) throw new TransferFailed(opened.problem);
  const { manifest, holdings, verify } = opened.value;
  const { articles, binned } = manifest.counts;
  const { refused, ...found } = await readArticles(holdings(), articles + binned, progress);
  let damaged = 0;
  for await (const _ of verify(() => progress.signal.throwIfAborted())) damaged += 1;
  const isOtherwise = refused > 0 || found.articles.size !== articles; // Whole files that say otherwise than the manifest.
  return { ...found, damaged: damaged === 0 && isOtherwise ? 1 : damaged };
}

/** The articles of an archive, those that lay in the bin alone, and how much was refused. */
async function readArticles(
  batches: AsyncIterable<readonly ArchiveItem[]>,
  total: number,
  progress: Progress,
): Promise<Pick<ArchiveReading, 'articles' | 'gone'> & { readonly refused: number }> {
  const articles = new Map<string, string>();
  const binned: string[] = [];
  let refused = 0;
  for await (const batch of batches) {
    for (const item of batch) {
      if (!('holding' in item)) refused += 1;
      else if (item.removedAt !== null) binned.push(item.holding.article.slug);
      else articles.set(item.holding.article.slug, fingerprint(item.holding.article));
    }
    await progress.pass(articles.size + binned.length, total);
  }
  return { articles, gone: binned.filter((slug) => !articles.has(slug)), refused };
}
