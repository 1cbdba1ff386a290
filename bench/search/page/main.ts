import type { WorkerCall } from './worker-calls.ts';

/** The page: it starts a worker and passes calls on to it, one at a time, for whoever drives the browser. */

export interface BenchPage {
  call(call: WorkerCall): Promise<unknown>;
  /** Articles built so far. */
  progress: number;
}

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

type Reply = { readonly progress: number } | { readonly error: string } | { readonly value: unknown };

const page: BenchPage = {
  progress: 0,
  call: (call) =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.removeEventListener('message', hear);
        worker.removeEventListener('error', fail);
        act();
      };
      const fail = (event: ErrorEvent) => settle(() => reject(new Error(event.message || 'the worker ended')));
      const hear = ({ data }: MessageEvent<Reply>) => {
        if ('progress' in data) page.progress = data.progress;
        else if ('error' in data) settle(() => reject(new Error(data.error)));
        else settle(() => resolve(data.value));
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', fail);
      worker.postMessage(call);
    }),
};

Object.assign(window, { bench: page });
