import { type Result, succeed } from '../../core/result.ts';
import type { ImportSource } from './import-source.ts';
import type { TransferClient } from './transfer-client.ts';
import { TransferFailed } from './transfer-failed.ts';
import type { FileTask } from './transfer-messages.ts';

/** A file that the worker reads, as a source of the page; to be closed in any case. */
export interface RemoteSource extends ImportSource {
  close(): Promise<void>;
}

/** Begins reading a file in the worker. While the page writes a piece, the worker makes the next one, and no more. */
export async function openRemotely(worker: TransferClient, task: FileTask): Promise<Result<RemoteSource>> {
  const begun = await worker.run('beginReading', task, () => {}).outcome;
  if (!begun.ok) return begun;
  const { reading, kind, extras } = begun.value;
  const ask = () => worker.run('readPiece', { reading }, () => {}).outcome;
  return succeed({
    kind,
    extras: async () => extras,
    async *pieces() {
      let asked = ask();
      for (;;) {
        const piece = await asked;
        if (!piece.ok) throw new TransferFailed(piece.problem);
        if (piece.value === null) return;
        asked = ask();
        yield piece.value;
      }
    },
    async close() {
      await worker.run('endReading', { reading }, () => {}).outcome;
    },
  });
}
