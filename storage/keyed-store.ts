/**
 * What the second copy uses of `browser.storage.local`: values by key, each of which can be lost alone. Every call may
 * reject, and what is read back may be anything.
 */
export interface KeyedStore {
  /** The values of those of `keys` that are there. */
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Writes all of `items`; resolves once they are handed to the browser's store. */
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  getKeys(): Promise<readonly string[]>;
}

/** What was asked for of the second copy could not be done; the database has what it had. */
export class CopyFailed extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'CopyFailed';
  }
}
