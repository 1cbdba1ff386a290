import type { DocumentHelp } from './document-help.ts';
import { type DocumentLine, type ToDocument, WORKER_FAULT } from './offscreen-messages.ts';

/** The help of the document that `open` opens when it is needed for the first time. It closes itself (`serve-background.ts`). */
export function offscreenHelp(open: () => Promise<DocumentLine>): DocumentHelp {
  let opening: Promise<DocumentLine> | null = null;

  async function send(message: ToDocument, theirs: MessagePort): Promise<void> {
    opening ??= open();
    (await opening).postMessage(message, [theirs]);
  }
  return {
    startWorker() {
      const { port1, port2 } = new MessageChannel();
      const fail = (): void => void port1.dispatchEvent(new Event('error'));
      port1.addEventListener('message', (event) => {
        if (event.data !== WORKER_FAULT) return;
        event.stopImmediatePropagation();
        fail();
      });
      port1.start();
      send({ kind: 'start-worker' }, port2).catch(fail);
      return port1;
    },
    async lendAddress(file, use) {
      const { port1, port2 } = new MessageChannel();
      const address = new Promise<string>((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
      });
      await send({ kind: 'lend-address', file }, port2);
      return use(await address);
    },
    end() {},
  };
}
