import type { FollowedSearch, IndexProgress } from './library-search.ts';
import { type Call, type Port, type Reply, SearchFailed } from './worker-messages.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (thrown: Error) => void;
}

/** The search engine in the worker behind `port`. */
export function createSearchClient(port: Port): FollowedSearch {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(progress: IndexProgress | null) => void>();
  let calls = 0;

  port.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if ('progress' in data) {
      for (const listener of listeners) listener(data.progress);
      return;
    }
    const asker = waiting.get(data.call);
    waiting.delete(data.call);
    if ('value' in data) asker?.resolve(data.value as never);
    else asker?.reject(new SearchFailed(data.problem));
  });
  const send = <Result>(method: Call['method'], ...args: readonly unknown[]): Promise<Result> => {
    calls += 1;
    const call = calls;
    port.postMessage({ call, method, args } as Call);
    return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }));
  };

  return {
    ask: (question) => send('ask', question),
    rows: (answer, from, to) => send('rows', answer, from, to),
    values: (answer, wanted) => send('values', answer, wanted),
    slugs: (answer) => send('slugs', answer),
    close: (answer) => void send('close', answer).catch(() => {}),
    complete: (field, words, limit) => send('complete', field, words, limit),
    count: (query, now, after) => send('count', query, now, after),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
