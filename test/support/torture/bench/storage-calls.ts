/**
 * Numbers every call that reaches storage in this context (IndexedDB, `storage.local`, Web Locks) and lets one of them
 * go wrong. What is wrapped are the browser's own prototypes, so that no call of the product can pass by.
 */

/**
 * `refuse`: the call throws or rejects; `abort`: it is made, and its transaction is ended; `stop before`, `stop after`:
 * the context ends right before or after it is made; `stop answered`: when its answer has arrived and nobody has heard it.
 */
export const FAULTS = ['refuse', 'abort', 'stop before', 'stop after', 'stop answered'] as const;
export type StorageFault = (typeof FAULTS)[number];

export interface StorageCalls {
  /** Calls since it was armed. */
  readonly count: number;
  /** Lets call number `point`, counted from 1, go wrong; `stop` ends this context. */
  arm(point: number, fault: StorageFault, stop: () => void): void;
}

interface Armed {
  readonly point: number;
  readonly fault: StorageFault;
  readonly stop: () => void;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

const REQUESTS = ['add', 'put', 'delete', 'clear', 'get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor'];

/** Wraps everything; once in a context. */
export function numberStorageCalls(): StorageCalls {
  let count = 0;
  let armed: Armed | null = null;
  let isStopped = false;

  const end = () => {
    isStopped = true;
    armed?.stop();
  };
  const refusal = () => new DOMException('This call was made to fail.', 'UnknownError');
  /** What a stopped context gets of a call: nothing that it could go on with. */
  const nothing = (isAsync: boolean) => {
    if (isAsync) return new Promise(() => {});
    throw new DOMException('This context was stopped.', 'InvalidStateError');
  };

  const call = (method: Method, self: unknown, args: unknown[], isAsync: boolean): unknown => {
    if (isStopped) return nothing(isAsync);
    count += 1;
    const fault = armed?.point === count ? armed.fault : null;
    if (fault === 'stop before') end();
    if (isStopped) return nothing(isAsync);
    if (fault === 'refuse') {
      if (isAsync) return Promise.reject(refusal());
      throw refusal();
    }
    const result = method.apply(self, args);
    if (fault === 'abort') abort(self, result);
    if (fault === 'stop answered') whenAnswered(result, end);
    if (fault === 'stop after') end();
    return isStopped ? nothing(isAsync) : result;
  };

  const wrap = (owner: object, names: readonly string[], isAsync: boolean) => {
    for (const name of names) {
      const method = Reflect.get(owner, name) as Method | undefined;
      if (method === undefined) continue;
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value(this: unknown, ...args: unknown[]) {
          return call(method, this, args, isAsync);
        },
      });
    }
  };

  wrap(IDBFactory.prototype, ['open', 'deleteDatabase'], false);
  wrap(IDBDatabase.prototype, ['transaction', 'createObjectStore'], false);
  wrap(IDBObjectStore.prototype, [...REQUESTS, 'createIndex'], false);
  wrap(IDBIndex.prototype, REQUESTS, false);
  wrap(LockManager.prototype, ['request'], true);
  for (const area of storageAreas()) wrap(area, ['get', 'set', 'remove', 'clear', 'getKeys', 'getBytesInUse'], true);

  return {
    get count() {
      return count;
    },
    arm(point, fault, stop) {
      count = 0;
      armed = { point, fault, stop };
    },
  };
}

/** `chrome` and `browser` may hand out different objects for the same area. */
function storageAreas(): Set<object> {
  const { chrome, browser } = globalThis as unknown as Record<string, { storage?: { local: object } } | undefined>;
  return new Set([chrome, browser].flatMap((api) => (api?.storage === undefined ? [] : [api.storage.local])));
}

function abort(self: unknown, result: unknown): void {
  const transaction = self instanceof IDBObjectStore ? self.transaction : result;
  if (transaction instanceof IDBTransaction) transaction.abort();
}

function whenAnswered(result: unknown, end: () => void): void {
  if (result instanceof IDBRequest) result.addEventListener('success', end);
  else if (result instanceof IDBTransaction) result.addEventListener('complete', end);
  else if (result instanceof Promise) result.then(end, end);
}
