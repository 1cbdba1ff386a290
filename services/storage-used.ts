/** Bytes the library takes on this device, or null where the browser does not say. */
export async function storageUsed(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  return usage ?? null;
}
