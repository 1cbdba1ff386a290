import type { BackupMemory } from '../../services/backup/backup-memory.ts';

/**
 * How a call goes wrong. `refused`: nothing happened. `lost`: it happened, and yet it is told as failed. After a `killed`
 * one nothing happens any more, as when the browser is killed.
 */
export type Mishap = 'refused' | 'lost' | 'killed';
export const MISHAPS: readonly Mishap[] = ['refused', 'lost', 'killed'];

/** Counts calls, and lets the one with the number `fatal` go wrong. */
export class Fate {
  #calls = 0;
  readonly #fatal: number;
  readonly #mishap: Mishap;

  constructor(fatal: number, mishap: Mishap) {
    this.#fatal = fatal;
    this.#mishap = mishap;
  }

  /** How many calls there were. */
  get calls(): number {
    return this.#calls;
  }

  /** Whether the fatal call came. */
  get struck(): boolean {
    return this.#calls >= this.#fatal;
  }

  /** What `call` answers, if it may; `undo` takes back what nobody will ever hear of. */
  async of<T>(call: () => Promise<T>, undo?: (value: T) => Promise<void>): Promise<T> {
    this.#calls += 1;
    const isFatal = this.#calls === this.#fatal;
    if (this.#mishap === 'killed' ? this.struck : isFatal && this.#mishap === 'refused') throw this.#error();
    const value = await call();
    if (!isFatal) return value;
    await undo?.(value);
    throw this.#error();
  }

  #error(): DOMException {
    return new DOMException(`call ${this.#calls} went wrong`, 'QuotaExceededError');
  }
}

/** `folder`, each call of which meets its fate; so does each piece that is written. */
export function fatedFolder(folder: FileSystemDirectoryHandle, fate: Fate): FileSystemDirectoryHandle {
  const fated: Partial<FileSystemDirectoryHandle> = {
    getFileHandle: (name, options) => fate.of(async () => fatedFile(await folder.getFileHandle(name, options), fate)),
    removeEntry: (name) => fate.of(() => folder.removeEntry(name)),
    keys: () => folder.keys(),
  };
  return fated as FileSystemDirectoryHandle;
}

function fatedFile(file: FileSystemFileHandle, fate: Fate): FileSystemFileHandle {
  const fated: Partial<FileSystemFileHandle> = {
    getFile: () => fate.of(() => file.getFile()),
    createWritable: () =>
      fate.of(
        async () => fatedWritable(await file.createWritable(), fate),
        // As the browser does when the page that held it ends: the file must not stay locked.
        (writable) => writable.abort(),
      ),
  };
  return fated as FileSystemFileHandle;
}

function fatedWritable(writable: FileSystemWritableFileStream, fate: Fate): FileSystemWritableFileStream {
  const letGo = async (thrown: unknown): Promise<never> => {
    await writable.abort();
    throw thrown;
  };
  return new WritableStream({
    write: (piece) => fate.of(() => writable.write(piece)).catch(letGo),
    close: () => fate.of(() => writable.close()).catch(letGo),
    abort: () => writable.abort(),
  }) as FileSystemWritableFileStream;
}

/** `folder` on a disk that flips a bit of every piece it is given. */
export function spoilingFolder(folder: FileSystemDirectoryHandle): FileSystemDirectoryHandle {
  const spoiling: Partial<FileSystemDirectoryHandle> = {
    async getFileHandle(name, options) {
      const file = await folder.getFileHandle(name, options);
      const createWritable = async () => {
        const writable = await file.createWritable();
        return new WritableStream<Uint8Array<ArrayBuffer>>({
          write: (piece) => writable.write(piece.map((byte, at) => (at === 0 ? byte ^ 1 : byte))),
          close: () => writable.close(),
        });
      };
      return { getFile: () => file.getFile(), createWritable } as FileSystemFileHandle;
    },
    removeEntry: (name) => folder.removeEntry(name),
    keys: () => folder.keys(),
  };
  return spoiling as FileSystemDirectoryHandle;
}

/** `memory`, each call of which meets its fate. */
export function fatedMemory(memory: BackupMemory, fate: Fate): BackupMemory {
  return {
    load: () => fate.of(() => memory.load()),
    change: (change) => fate.of(() => memory.change(change)),
    subscribe: memory.subscribe,
  };
}
