import { importLibrary } from './import-library.ts';
import type { TransferCall, TransferReply } from './transfer-calls.ts';

/** The page: it passes calls on to its worker, one at a time, for whoever drives the browser. */
export interface TransferBench {
  call(call: TransferCall): Promise<unknown>;
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const ask = (call: TransferCall): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<TransferReply | { readonly progress: number }>) => {
      if ('progress' in data) return;
      worker.removeEventListener('message', hear);
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.value);
    };
    worker.addEventListener('message', hear);
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker ended')));
    worker.postMessage(call);
  });

const bench: TransferBench = {
  async call(call) {
    if (call.name !== 'import') return ask(call);
    return importLibrary((await ask({ name: 'archive', args: [] })) as File);
  },
};

Object.assign(window, { bench });
