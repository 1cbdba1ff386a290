import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { type PackedFile, packFile, writeZip } from '../../../core/zip/zip-writer.ts';
import { holdingsOf, takeInventory } from '../../../services/backup/library-contents.ts';
import { openArchive } from '../../../services/transfer/archive-reader.ts';
import { inLargePieces } from '../../../services/transfer/byte-stream.ts';
import { exportArticles } from '../../../services/transfer/export-articles.ts';
import { JobControl } from '../../../services/transfer/job-control.ts';
import { TemporaryFolder } from '../../../services/transfer/temporary-files.ts';
import type { ExportTask } from '../../../services/transfer/transfer-messages.ts';
import { openStore } from '../../../storage/store.ts';
import { fillLibrary } from './fill-library.ts';
import { putRaw } from './put-raw.ts';
import type { Read, TransferCall, TransferCalls, Written } from './transfer-calls.ts';

/** The worker in which archives are written and read, as in the product. */

const store = openStore();
const ARCHIVE: Omit<ExportTask, 'at'> = {
  request: { format: 'archive', scope: { kind: 'all' }, linkNames: false },
  appVersion: 'bench',
  locale: 'en',
  settings: DEFAULT_PREFERENCES,
};
let archive: File | null = null;

const calls: Omit<TransferCalls, 'import'> = {
  fill: (articles, corpusAddress) => fillLibrary(store, articles, corpusAddress),
  floor: () =>
    timed(async () => {
      const { articles } = await takeInventory(store, null);
      const folder = await TemporaryFolder.create(Date.now());
      const file = await folder.write('floor.zip', inLargePieces(writeZip(rawFiles(articles), Date.now())));
      const { size } = file;
      await folder.clear(null);
      return size;
    }),
  export: () =>
    timed(async () => {
      const control = new JobControl(
        () => {},
        () => performance.now(),
      );
      const made = await exportArticles({ ...ARCHIVE, at: Date.now() }, control, { store });
      archive = made.file;
      return made.file.size;
    }),
  async read(): Promise<Read> {
    const started = performance.now();
    const reader = await openArchive(archive ?? new Blob());
    if (!reader.ok) throw new Error(reader.problem.kind);
    let articles = 0;
    let items = 0;
    for await (const batch of reader.value.holdings()) {
      items += batch.length;
      articles += batch.filter((item) => 'holding' in item).length;
    }
    const refusals = items - articles;
    return { milliseconds: performance.now() - started, articles, refusals };
  },
  async putRaw() {
    const started = performance.now();
    await putRaw(store);
    return { milliseconds: performance.now() - started };
  },
  async archive() {
    if (archive === null) throw new Error('nothing was exported yet');
    return archive;
  },
};

/** Each article as one file of JSON, and its originals. */
async function* rawFiles(slugs: readonly string[]): AsyncGenerator<PackedFile> {
  const encoder = new TextEncoder();
  for await (const { article, body, originals } of holdingsOf(store, slugs)) {
    yield packFile(`articles/${article.slug}.json`, encoder.encode(JSON.stringify({ ...article, ...body })));
    for (const { source, bytes } of originals) yield packFile(`originals/${article.slug}.${source}`, bytes);
  }
}

async function timed(write: () => Promise<number>): Promise<Written> {
  const started = performance.now();
  const bytes = await write();
  return { milliseconds: performance.now() - started, bytes };
}

addEventListener('message', async ({ data }: MessageEvent<TransferCall>) => {
  try {
    const run = calls[data.name as keyof typeof calls] as (...args: readonly unknown[]) => Promise<unknown>;
    postMessage({ value: await run(...data.args) });
  } catch (thrown) {
    postMessage({ error: String(thrown) });
  }
});
