import type { Store } from './store.ts';

/** Where the folder for backups is kept: a handle is the browser's own object, which only IndexedDB can hold. */
const KEY = 'backup-target';

/** The folder the person chose for backups; null when none was, or the database lost it. */
export async function readBackupFolder(store: Store): Promise<FileSystemDirectoryHandle | null> {
  const kept = await store.read((database) => database.get('library', KEY));
  return kept instanceof FileSystemDirectoryHandle ? kept : null;
}

/** Keeps the folder for backups; null forgets it. Rejects with what IndexedDB threw. */
export function writeBackupFolder(store: Store, folder: FileSystemDirectoryHandle | null): Promise<void> {
  return store.writeBeside(['library'] as const, async (transaction) => {
    const library = transaction.objectStore('library');
    if (folder === null) await library.delete(KEY);
    else await library.put(folder, KEY);
  });
}
