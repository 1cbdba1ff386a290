import type { KeyedStore } from '../../storage/keyed-store.ts';

/** A `KeyedStore` in memory that keeps values as JSON, as `storage.local` does. */
export interface MemoryKeyed extends KeyedStore {
  /** What is stored, as JSON by key: a test may damage it. */
  readonly values: Map<string, string>;
  /** Called before each call with its name and what it was asked; what it throws, the call rejects with. */
  before: (call: keyof KeyedStore, keys: readonly string[]) => void;
}

/** An empty store. */
export function memoryKeyed(): MemoryKeyed {
  const values = new Map<string, string>();
  const keyed: MemoryKeyed = {
    values,
    before: () => {},
    async get(keys) {
      keyed.before('get', keys);
      const found = keys.filter((key) => values.has(key));
      return Object.fromEntries(found.map((key) => [key, JSON.parse(values.get(key) ?? '')]));
    },
    async set(items) {
      keyed.before('set', Object.keys(items));
      for (const [key, value] of Object.entries(items)) values.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      keyed.before('remove', keys);
      for (const key of keys) values.delete(key);
    },
    async getKeys() {
      keyed.before('getKeys', []);
      return [...values.keys()];
    },
  };
  return keyed;
}
