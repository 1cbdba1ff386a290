/** Lets this context's connections to the database go wrong as a browser does it, which no test can make a browser do. */
export interface FaultyConnections {
  /** Opening fails so many times from now on. */
  failToOpen(times: number): void;
  /** Closes every open connection under its user: what runs is aborted, and the connection says that it was closed. */
  close(): void;
}

/** Wraps the browser's own prototypes; once in a context. */
export function makeConnectionsFaulty(): FaultyConnections {
  const { open } = IDBFactory.prototype;
  const { transaction } = IDBDatabase.prototype;
  const connections = new Set<IDBDatabase>();
  const transactions = new Set<IDBTransaction>();
  let failures = 0;

  IDBFactory.prototype.open = function (...args) {
    if (failures > 0) {
      failures -= 1;
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    }
    const opening = open.apply(this, args);
    opening.addEventListener('success', () => connections.add(opening.result));
    return opening;
  };
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = transaction.apply(this, args);
    transactions.add(begun);
    return begun;
  };

  return {
    failToOpen(times) {
      failures = times;
    },
    close() {
      for (const one of transactions) abort(one);
      for (const one of connections) {
        one.close();
        one.dispatchEvent(new Event('close'));
      }
      transactions.clear();
      connections.clear();
    },
  };
}

function abort(one: IDBTransaction): void {
  try {
    one.abort();
  } catch {
    // It is complete.
  }
}
