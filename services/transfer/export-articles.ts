import type { OtherFormat } from '../../core/formats/export-format.ts';
import { formatOf } from '../../core/formats/formats.ts';
import type { Holding } from '../../core/library/records.ts';
import type { ExportRequest } from '../../core/transfer/export-request.ts';
import type { Store } from '../../storage/store.ts';
import { binnedOf, holdingsOf, lightRecords, readBeside } from '../backup/library-contents.ts';
import type { ArchiveSource } from './archive-source.ts';
import { archivePieces } from './archive-writer.ts';
import { inLargePieces } from './byte-stream.ts';
import { type ChosenArticles, chosenArticles } from './chosen-articles.ts';
import { formatPieces } from './format-pieces.ts';
import type { JobControl } from './job-control.ts';
import { TemporaryFolder } from './temporary-files.ts';
import type { ExportTask, MadeFile } from './transfer-messages.ts';

/** Writes what `task` asks for into a file that a page can hand to the browser. Cancelled, it leaves nothing behind. */
export async function exportArticles(
  task: ExportTask,
  control: JobControl,
  { store }: { readonly store: Store },
): Promise<MadeFile> {
  const { request, at } = task;
  const chosen = await chosenArticles(store, request.scope, at);
  control.signal.throwIfAborted();
  const folder = await TemporaryFolder.create(at);
  const name = exportName(request, at);
  let kept: string | null = null;
  try {
    const progress = new Progress(control, chosen.articles.length + chosen.binned.length);
    const pieces = await piecesOf(task, store, chosen, progress, folder);
    const file = await folder.write(name, inLargePieces(pieces));
    control.signal.throwIfAborted();
    kept = name;
    return { file, articles: chosen.articles.length };
  } finally {
    await folder.clear(kept);
  }
}

/** What a person finds in the downloads folder: `offprint-csv-2026-11-23.csv`. */
export function exportName({ format }: ExportRequest, at: number): string {
  const extension = format === 'archive' ? 'zip' : formatOf(format).extension;
  return `offprint-${format}-${new Date(at).toISOString().slice(0, 10)}.${extension}`;
}

async function piecesOf(
  task: ExportTask,
  store: Store,
  chosen: ChosenArticles,
  progress: Progress,
  folder: TemporaryFolder,
): Promise<AsyncIterable<Uint8Array>> {
  const { request, at, appVersion, locale } = task;
  const { format, scope, linkNames } = request;
  const holdings = progress.over(holdingsOf(store, chosen.articles));
  if (format === 'archive') {
    const source = await archiveSource(task, store, chosen, holdings, progress);
    return archivePieces(source, { at, appVersion, createSpool: (name) => folder.spool(`${name}.part`) });
  }
  const total = chosen.articles.length;
  const queryText = scope.kind === 'query' ? scope.queryText : null;
  const records = () => lightRecords(store, chosen.articles);
  const other: OtherFormat = formatOf(format);
  return formatPieces(other, holdings, { at, appVersion, total, queryText, locale, linkNames, records });
}

/** Saved searches and settings go only with the whole library: an archive of some articles may be for somebody else. */
async function archiveSource(
  { request, settings }: ExportTask,
  store: Store,
  { articles, binned }: ChosenArticles,
  holdings: AsyncIterable<Holding>,
  progress: Progress,
): Promise<ArchiveSource> {
  const { scope } = request;
  const { searches, redirects } = await readBeside(store);
  const inBin = progress.over(binnedOf(store, binned));
  if (scope.kind === 'all') return { holdings, binned: inBin, searches, redirects, settings, queryText: null };
  const slugs = new Set(articles);
  const ours = redirects.filter(({ to }) => slugs.has(to));
  const queryText = scope.kind === 'query' ? scope.queryText : null;
  return { holdings, binned: inBin, searches: [], redirects: ours, settings: null, queryText };
}

/** Counts articles as they go by, of several readings together. */
class Progress {
  readonly #control: JobControl;
  readonly #total: number;
  #done = 0;

  constructor(control: JobControl, total: number) {
    this.#control = control;
    this.#total = total;
  }

  async *over<T>(articles: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const article of articles) {
      await this.#control.pass(this.#done, this.#total);
      yield article;
      this.#done += 1;
    }
    await this.#control.pass(this.#done, this.#total);
  }
}
