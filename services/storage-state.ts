/** What the library takes on this device, and how firmly the browser keeps it. */
export interface StorageState {
  /** Bytes, or null where the browser does not say. */
  readonly bytes: number | null;
  /** Whether the browser has promised not to clear the library by itself. */
  readonly isPersistent: boolean;
}

/** Asks the browser for its promise, where it was not given yet, and for the bytes. Only a page can ask. */
export async function storageState(): Promise<StorageState> {
  const [{ usage }, isPersistent] = await Promise.all([navigator.storage.estimate(), navigator.storage.persist()]);
  return { bytes: usage ?? null, isPersistent };
}
