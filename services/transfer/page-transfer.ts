import { problem } from '../../core/problem.ts';
import { fail, succeed } from '../../core/result.ts';
import { countArticles } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import type { PreferenceStore } from '../library.ts';
import type { LibrarySearch } from '../search/library-search.ts';
import type { ExportReceipt, Job, Transfer } from './transfer.ts';
import type { TransferClient } from './transfer-client.ts';
import type { ExportTask, MadeFile } from './transfer-messages.ts';

/** What taking away needs of its page. */
export interface TransferParts {
  readonly store: Store;
  readonly search: LibrarySearch;
  readonly preferences: PreferenceStore;
  readonly worker: TransferClient;
  /** Hands a file to the browser, to be stored under its name in the downloads folder. */
  readonly download: (file: File) => void;
  readonly now: () => number;
  readonly appVersion: string;
  /** BCP 47. */
  readonly locale: string;
}

/** Taking articles away, as a page uses it. */
export function createExport(parts: TransferParts): Pick<Transfer, 'count' | 'export'> {
  const { store, search, preferences, worker, now, appVersion, locale } = parts;
  return {
    async count(scope) {
      switch (scope.kind) {
        case 'all':
          return countArticles(store);
        case 'articles':
          return scope.slugs.length;
        case 'query':
          return search.count(scope.query, now(), Number.NEGATIVE_INFINITY);
      }
    },
    export(request, onProgress) {
      const start = async (): Promise<Job<MadeFile>> => {
        const settings = await preferences.load();
        const task: ExportTask = { request, at: now(), appVersion, locale, settings };
        return worker.run('export', task, onProgress);
      };
      return downloaded(startedJob(start), parts.download);
    },
  };
}

/** A job that takes a moment to start; what is asked of it meanwhile is asked once it has. */
function startedJob<T>(start: () => Promise<Job<T>>): Job<T> {
  const starting = start();
  const ask = (what: 'pause' | 'resume' | 'cancel') => () => void starting.then((job) => job[what]()).catch(() => {});
  const outcome = starting.then(
    (job) => job.outcome,
    (thrown: unknown) => fail(problem('storage-failed', String(thrown))),
  );
  return { outcome, pause: ask('pause'), resume: ask('resume'), cancel: ask('cancel') };
}

function downloaded(job: Job<MadeFile>, download: (file: File) => void): Job<ExportReceipt> {
  const outcome = job.outcome.then((made) => {
    if (!made.ok) return made;
    const { file, articles } = made.value;
    download(file);
    return succeed({ name: file.name, bytes: file.size, articles });
  });
  return { ...job, outcome };
}
