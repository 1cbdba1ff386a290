import type { Preferences } from '../../core/library/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../core/library/preferences.ts';
import type { Result } from '../../core/result.ts';
import type { PreferenceStore } from '../../services/library.ts';
import { createImport } from '../../services/transfer/page-import.ts';
import { createTransferClient } from '../../services/transfer/transfer-client.ts';
import type { TransferPort } from '../../services/transfer/transfer-messages.ts';
import { serveTransfer } from '../../services/transfer/transfer-worker.ts';
import type { Store } from '../../storage/store.ts';

/** Where the rig's library counts from; each thing it does is a millisecond later. */
export const RIG_STARTS_AT = 1_800_000_000_000;

/** The worker's part over `store`, at the other end of a channel instead of in a worker. */
export function startRigWorker(store: Store): TransferPort {
  const { port1, port2 } = new MessageChannel();
  const clock = () => performance.now();
  serveTransfer(port1, () => Promise.reject(new Error('nothing is exported')), { store, clock });
  port1.start();
  port2.start();
  return port2;
}

/** Importing into `store` as a page does. */
export function importRig(store: Store) {
  const clock = () => performance.now();
  const preferences = memoryPreferences();
  let at = RIG_STARTS_AT;
  const now = () => {
    at += 1;
    return at;
  };
  return {
    transfer: createImport({
      store,
      preferences,
      now,
      clock,
      worker: createTransferClient(() => startRigWorker(store)),
    }),
    preferences,
  };
}

/** Previews and imports `file`; answers both reports. */
export async function importFile({ transfer }: ReturnType<typeof importRig>, file: File) {
  const preview = succeeded(await transfer.preview(file, () => {}).outcome);
  return { previewed: preview.report, imported: succeeded(await transfer.import(preview, () => {}).outcome) };
}

/** The value of a success; fails the test with the problem of a failure. */
export function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.kind}: ${result.problem.detail ?? ''}`);
  return result.value;
}

function memoryPreferences(): PreferenceStore {
  let held: Preferences = DEFAULT_PREFERENCES;
  return {
    load: async () => held,
    async change(change) {
      held = { ...held, ...change };
    },
    subscribe: () => () => {},
  };
}

/**
 * Everything a library holds, for comparing two: places in lists are told as ranks, since a place is a number of its own
 * library.
 */
export function dumpOf(store: Store) {
  return store.read(async (database) => {
    const [articles, bin] = [await database.getAllFromIndex('articles', 'by-order'), await database.getAll('bin')];
    return {
      articles: articles.map((article, rank) => ({ ...article, order: rank })),
      bodies: await database.getAll('bodies'),
      originals: await database.getAll('originals'),
      revisions: await database.getAll('revisions'),
      bin: bin.map((record) => ({ ...record, article: { ...record.article, order: 0 } })),
      redirects: await database.getAll('redirects'),
      searches: (await database.getAll('searches')).map((search) => ({ ...search, seenThrough: 0 })),
    };
  });
}
