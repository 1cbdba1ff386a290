import type { Spool } from './archive-source.ts';

/**
 * Files of the origin's private file system that live as long as an export and its download. Where a download ends
 * nobody tells us, so they are swept when a later export begins.
 */

const FOLDER = 'exports';
/** A download from this machine to this machine takes less. */
const KEPT_MS = 3_600_000;
const READ_STEP = 1 << 20;

/** The part of a sync access handle that is used; TypeScript's DOM library has it in workers only. */
interface AccessHandle {
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

type AccessibleFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<AccessHandle> };

/** The folder of one export. */
export class TemporaryFolder {
  readonly #all: FileSystemDirectoryHandle;
  readonly #folder: FileSystemDirectoryHandle;
  readonly #open: { readonly name: string; readonly handle: AccessHandle }[] = [];

  private constructor(all: FileSystemDirectoryHandle, folder: FileSystemDirectoryHandle) {
    this.#all = all;
    this.#folder = folder;
  }

  /** Whether this context can have one: only workers can. */
  static isPossible(): boolean {
    return 'createSyncAccessHandle' in FileSystemFileHandle.prototype;
  }

  /** A new folder, after old ones were deleted; `at` is now, milliseconds since 1970. Only in a worker. */
  static async create(at: number): Promise<TemporaryFolder> {
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle(FOLDER, { create: true });
    await sweep(all, at - KEPT_MS);
    const name = `${at}-${crypto.randomUUID()}`;
    return new TemporaryFolder(all, await all.getDirectoryHandle(name, { create: true }));
  }

  /** Writes `pieces` to the file `name`; answers with it. Rejects with `QuotaExceededError` when the disk is full. */
  async write(name: string, pieces: AsyncIterable<Uint8Array>): Promise<File> {
    const handle = await this.#access(name);
    let at = 0;
    for await (const piece of pieces) {
      putAll(handle, piece, at);
      at += piece.length;
    }
    handle.flush();
    handle.close();
    return (await this.#folder.getFileHandle(name)).getFile();
  }

  /** A spool in the file `name`. */
  async spool(name: string): Promise<Spool> {
    const handle = await this.#access(name);
    let size = 0;
    return {
      write(bytes) {
        putAll(handle, bytes, size);
        size += bytes.length;
      },
      async *read() {
        for (let at = 0; at < size; at += READ_STEP) {
          const piece = new Uint8Array(Math.min(READ_STEP, size - at));
          handle.read(piece, { at });
          yield piece;
        }
      },
    };
  }

  /** Lets go of what is open and deletes all files but `kept`; the folder too when there is none. Never rejects: what is left is swept another time. */
  async clear(kept: string | null): Promise<void> {
    for (const { name, handle } of this.#open.splice(0)) {
      handle.close();
      if (name !== kept) await this.#folder.removeEntry(name).catch(() => {});
    }
    if (kept === null) await this.#all.removeEntry(this.#folder.name, { recursive: true }).catch(() => {});
  }

  async #access(name: string): Promise<AccessHandle> {
    const file = (await this.#folder.getFileHandle(name, { create: true })) as AccessibleFile;
    const handle = await file.createSyncAccessHandle();
    this.#open.push({ name, handle });
    return handle;
  }
}

/** A handle on a full disk may write less than it was given, and say so. */
function putAll(handle: AccessHandle, bytes: Uint8Array, at: number): void {
  if (handle.write(bytes, { at }) < bytes.length) throw new DOMException('the disk is full', 'QuotaExceededError');
}

/** Deletes the folders of exports that began before `before`. One that is in use stays. */
async function sweep(all: FileSystemDirectoryHandle, before: number): Promise<void> {
  const names: string[] = [];
  for await (const name of (all as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  const old = names.filter((name) => !(Number.parseInt(name, 10) >= before));
  await Promise.all(old.map((name) => all.removeEntry(name, { recursive: true }).catch(() => {})));
}
