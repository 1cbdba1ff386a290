import { startWorker, TRANSFER_WORKER } from '../start-worker.ts';
import type { TransferPort } from '../transfer/transfer-messages.ts';

/** Gives `use` an address under which the browser finds `file`; it is good until `use` is done. */
export type LendAddress = <T>(file: Blob, use: (address: string) => Promise<T>) => Promise<T>;

/** What a backup needs a document for: a service worker can neither start a worker nor lend an address. */
export interface DocumentHelp {
  startWorker(): TransferPort;
  readonly lendAddress: LendAddress;
  /** The backup is over; what was started for it ends. */
  end(): void;
}

/** The context's own document lends the address. */
export const lendAddress: LendAddress = async (file, use) => {
  const address = URL.createObjectURL(file);
  try {
    return await use(address);
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** The help of a context that is a document itself, as Firefox's background is. */
export function ownHelp(): DocumentHelp {
  let worker: Worker | null = null;
  return {
    startWorker() {
      worker = startWorker(TRANSFER_WORKER);
      return worker;
    },
    lendAddress,
    end: () => worker?.terminate(),
  };
}
