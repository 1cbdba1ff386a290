/**
 * What a service worker asks of its offscreen document, each with a port for what follows. Folders and files cannot pass
 * the browser's own messages, so these go from the worker to its client, where nobody but the extension itself can speak.
 */
export type ToDocument =
  /** The port then speaks for the transfer worker, or says `WORKER_FAULT` when that ended by a fault. */
  | { readonly kind: 'start-worker' }
  /** The port tells an address of `file`, good as long as the document is open. */
  | { readonly kind: 'lend-address'; readonly file: Blob };

export const WORKER_FAULT = 'worker-fault';

/** Where the service worker speaks to the document. */
export interface DocumentLine {
  postMessage(message: ToDocument, transfer: Transferable[]): void;
}
