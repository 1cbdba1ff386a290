/**
 * Folders as Chromium lets a page choose them (https://wicg.github.io/file-system-access/). Other browsers have no such
 * picker. TypeScript's own types leave out both the picker and the permission of a handle.
 */

interface AskedHandle extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** Lets the person choose a folder for writing; rejects with `AbortError` when they do not. Must be called in a click. */
export type PickFolder = () => Promise<FileSystemDirectoryHandle>;

interface PickingPage {
  readonly showDirectoryPicker?: (how: {
    id: string;
    mode: 'readwrite';
    startIn: 'documents';
  }) => ReturnType<PickFolder>;
}

/** The browser's own picker; null where it has none. */
export function folderPicker(page: unknown): PickFolder | null {
  const { showDirectoryPicker } = page as PickingPage;
  if (showDirectoryPicker === undefined) return null;
  return () => showDirectoryPicker.call(page, { id: 'backup', mode: 'readwrite', startIn: 'documents' });
}

/** Whether we may write to `folder` without asking. A folder of our own needs no permission, and has none to ask for. */
export async function isFolderAllowed(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission } = folder as Partial<AskedHandle>;
  return queryPermission === undefined || (await queryPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}

/** Asks the person for `folder`; true when it is granted. Must be called in a click. */
export async function askForFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = folder as Partial<AskedHandle>;
  return requestPermission === undefined || (await requestPermission.call(folder, { mode: 'readwrite' })) === 'granted';
}
