import { onTestFinished } from 'vitest';
import { type BackupRecord, NO_BACKUP, readBackupRecord } from '../../core/backup/backup-record.ts';
import type { Progress } from '../../services/backup/archiver.ts';
import { type BackupFiles, filesOfFolder } from '../../services/backup/backup-files.ts';
import type { BackupMemory } from '../../services/backup/backup-memory.ts';
import { type BackupParts, makeBackup } from '../../services/backup/make-backup.ts';
import { saveArticle } from '../../storage/save-article.ts';
import type { Store } from '../../storage/store.ts';
import { aBundle } from './article-builders.ts';
import { fakeArchiver } from './fake-archiver.ts';
import { temporaryName, temporaryStore } from './temporary-store.ts';

export const DAY = 86_400_000;

/** Hears nothing, and never stops. */
export const UNWATCHED: Progress = { signal: new AbortController().signal, pass: async () => {} };

/** A folder of the origin's private file system, with nothing in it: the same handles as those of a chosen folder. */
export async function temporaryFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = temporaryName();
  onTestFinished(() => root.removeEntry(name, { recursive: true }).catch(() => {}));
  return root.getDirectoryHandle(name, { create: true });
}

/** A record that is kept as text, as the browser keeps it. */
export function recordInMemory(start: Partial<BackupRecord> = {}): BackupMemory {
  let text = JSON.stringify({ ...NO_BACKUP, place: { kind: 'folder', name: 'Backups' }, ...start });
  const listeners = new Set<() => void>();
  const load = async () => readBackupRecord(JSON.parse(text));
  return {
    load,
    async change(change) {
      const changed = change(await load());
      text = JSON.stringify(changed);
      for (const listener of listeners) listener();
      return changed;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface Rig {
  readonly store: Store;
  readonly memory: BackupMemory;
  readonly folder: FileSystemDirectoryHandle;
  readonly files: BackupFiles;
  readonly parts: BackupParts;
  /** Saves an article under each of `slugs`; a minute goes by before each. */
  save(...slugs: string[]): Promise<void>;
  /** Lets time go by. */
  wait(milliseconds: number): void;
  /** Makes a backup, in `files` where given. */
  back(files?: BackupFiles, memory?: BackupMemory): ReturnType<typeof makeBackup>;
  /** The names in the folder, sorted. */
  names(): Promise<string[]>;
}

/** A library with a folder for its backups, and a clock of its own that starts at `DAY`. */
export async function aRig(start: Partial<BackupRecord> = {}): Promise<Rig> {
  const store = temporaryStore();
  const memory = recordInMemory(start);
  const folder = await temporaryFolder();
  const files = filesOfFolder(folder);
  let time = DAY;
  const parts: BackupParts = { store, memory, archiver: fakeArchiver(store), now: () => time };
  return {
    store,
    memory,
    folder,
    files,
    parts,
    async save(...slugs) {
      for (const slug of slugs) {
        time += 60_000;
        const saved = await saveArticle(store, aBundle({ slug }), time);
        if (!saved.ok) throw new Error(saved.problem.kind);
      }
    },
    wait(milliseconds) {
      time += milliseconds;
    },
    back: (into = files, remembered = memory) => makeBackup({ ...parts, memory: remembered }, into, UNWATCHED),
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names.sort();
    },
  };
}
