import { problem } from '../../core/problem.ts';
import type { ImportReport } from '../../core/transfer/import-report.ts';
import type { Store } from '../../storage/store.ts';
import { type ImportPiece, type ImportSource, openImport } from './import-source.ts';
import type { JobControl } from './job-control.ts';
import { inLargerPieces } from './larger-pieces.ts';
import { layeredSource } from './layered-source.ts';
import { previewImport } from './preview-import.ts';
import { TransferFailed } from './transfer-failed.ts';
import type { BegunReading, FileTask } from './transfer-messages.ts';

/**
 * The worker's part of an import. It reads and checks the file, and compares it with the library; writing is the page's, which
 * alone has the second copy. So a page opens a reading here and asks for piece after piece, as fast as it can write them.
 */

interface Reading {
  readonly pieces: AsyncGenerator<ImportPiece>;
}

/** What the worker does for imports, by the names of `Tasks`. */
export function createImportWork() {
  const readings = new Map<number, Reading>();
  let begun = 0;
  return {
    preview: (task: FileTask, control: JobControl, { store }: { readonly store: Store }): Promise<ImportReport> =>
      readable(async () => previewImport(store, await opened(task), (done, total) => control.pass(done, total))),

    beginReading: (task: FileTask): Promise<BegunReading> =>
      readable(async () => {
        const source = await opened(task);
        const extras = await source.extras();
        begun += 1;
        readings.set(begun, { pieces: inLargerPieces(source.pieces()) });
        return { reading: begun, kind: source.kind, extras };
      }),

    /** Null at the end of the file. */
    readPiece: ({ reading }: { readonly reading: number }): Promise<ImportPiece | null> =>
      readable(async () => {
        const next = await readings.get(reading)?.pieces.next();
        return next === undefined || next.done === true ? null : next.value;
      }),

    async endReading({ reading }: { readonly reading: number }): Promise<null> {
      const begunReading = readings.get(reading);
      readings.delete(reading);
      await begunReading?.pieces.return(undefined);
      return null;
    },
  };
}

async function opened({ base, ...task }: FileTask): Promise<ImportSource> {
  if (base !== undefined) return layeredSource(await opened(task), await opened({ ...task, file: base }));
  const { file, at } = task;
  const source = await openImport(file, at);
  if (!source.ok) throw new TransferFailed(source.problem);
  return source.value;
}

/** A file that was moved or changed since it was chosen cannot be read any more. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof DOMException && UNREADABLE.includes(thrown.name)) {
      throw new TransferFailed(problem('archive-damaged', thrown.name));
    }
    throw thrown;
  }
}

const UNREADABLE: readonly string[] = ['NotReadableError', 'NotFoundError'];
