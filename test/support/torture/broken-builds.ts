/**
 * For controls: scripts that run before a build's own and take one promise away each. What the torture tests check must
 * see what comes of it.
 */

/** Every write says that it is complete before it is, and is held open meanwhile. */
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

/** A write that storage refuses counts as done, in the database and in the second copy; nobody looks whether there is room. */
export const DEAF = `
{
  const { addEventListener } = IDBTransaction.prototype;
  IDBTransaction.prototype.addEventListener = function (type, listener, ...rest) {
    if (this.mode !== 'readwrite') return addEventListener.call(this, type, listener, ...rest);
    if (type !== 'complete') return;
    for (const end of ['complete', 'abort']) {
      addEventListener.call(this, end, () => listener.call(this, new Event('complete')), ...rest);
    }
  };
  for (const { storage } of [globalThis.chrome, globalThis.browser].filter((api) => api?.storage !== undefined)) {
    const set = storage.local.set.bind(storage.local);
    storage.local.set = (items) => set(items).catch(() => {});
  }
  StorageManager.prototype.estimate = async () => ({ quota: 1e12, usage: 0 });
}`;

/** An upgrade takes the bodies out in one transaction and puts them back in another. */
export const HALVED = `
{
  const { open } = IDBFactory.prototype;
  const { transaction } = IDBDatabase.prototype;
  const { clear, getAll, put } = IDBObjectStore.prototype;
  IDBFactory.prototype.open = function (...args) {
    const opening = open.apply(this, args);
    let bodies = [];
    opening.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (oldVersion === 0) return;
      const store = opening.transaction.objectStore('bodies');
      const reading = getAll.call(store);
      reading.onsuccess = () => {
        bodies = reading.result;
        clear.call(store);
      };
    });
    opening.addEventListener('success', () => {
      if (bodies.length === 0) return;
      const store = transaction.call(opening.result, 'bodies', 'readwrite').objectStore('bodies');
      for (const body of bodies) put.call(store, body);
    });
    return opening;
  };
}`;

/** A content script that goes on asking a background that is gone for ever. */
export const RESTLESS = `
navigation.addEventListener('currententrychange', () => {
  chrome.runtime.sendMessage('Is anybody there?').catch(() => {});
});`;
