import { deleteDB } from 'idb';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import type { Result } from '../../../core/result.ts';
import { createImport } from '../../../services/transfer/page-import.ts';
import type { ImportPreview } from '../../../services/transfer/transfer.ts';
import { createTransferClient } from '../../../services/transfer/transfer-client.ts';
import { openAnnouncements } from '../../../storage/announcements.ts';
import { connectLibrary } from '../../../storage/database.ts';
import { openStore } from '../../../storage/store.ts';
import { IMPORTED } from './imported-name.ts';
import type { Imported } from './transfer-calls.ts';

const clock = () => performance.now();
const unused = async (): Promise<void> => {};
const preferences = { load: async () => DEFAULT_PREFERENCES, change: unused, subscribe: () => () => {} };

/** Imports the archive into an empty library as a page does, in a worker and here; there is no second copy outside an extension. */
export async function importLibrary(archive: File): Promise<Imported> {
  await deleteDB(IMPORTED);
  const store = openStore(connectLibrary({}, IMPORTED), openAnnouncements(IMPORTED));
  const reader = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const worker = createTransferClient(() => reader);
  const transfer = createImport({ store, preferences, now: () => Date.now(), clock, worker });
  try {
    const started = clock();
    const preview: ImportPreview = valueIn(await transfer.preview(archive, () => {}).outcome);
    const previewed = clock();
    const report = valueIn(await transfer.import(preview, () => {}).outcome);
    const milliseconds = clock() - previewed;
    return {
      milliseconds,
      previewMs: previewed - started,
      articles: report.counts.added,
      refusals: report.counts.refused,
    };
  } finally {
    reader.terminate();
    await store.close();
  }
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
