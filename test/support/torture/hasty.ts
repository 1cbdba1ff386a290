/**
 * Runs before everything else and takes a promise away, for controls: every write says that it is complete before it is,
 * and is held open meanwhile.
 */
export const HASTY = `
{
  const HELD_MS = 400;
  const { addEventListener } = IDBTransaction.prototype;
  IDBTransaction.prototype.addEventListener = function (type, listener, ...rest) {
    if (type !== 'complete' || this.mode !== 'readwrite') return addEventListener.call(this, type, listener, ...rest);
    const transaction = this;
    const since = Date.now();
    const store = transaction.objectStore(transaction.objectStoreNames[0]);
    const hold = () => {
      const request = store.count();
      request.onsuccess = () => {
        if (Date.now() - since < HELD_MS) hold();
      };
    };
    hold();
    setTimeout(() => listener.call(transaction, new Event('complete')), 20);
  };
}`;
