import { changesName, fullName } from '../../core/backup/backup-name.ts';
import type { BackupFile, BackupRecord } from '../../core/backup/backup-record.ts';
import { type BackupPlan, planBackup } from '../../core/backup/plan-backup.ts';
import { rotate } from '../../core/backup/rotation.ts';
import { problem } from '../../core/problem.ts';
import { countArticles } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { Archiver, Progress } from './archiver.ts';
import type { BackupFiles, WriteInto } from './backup-files.ts';
import type { BackupMemory } from './backup-memory.ts';
import { changedSince, isSamePlace, lastPlace } from './change-log.ts';

/**
 * One backup, from deciding what to write to removing what it makes superfluous. Two orders make it safe to be cut off
 * anywhere: a name is noted as unwanted before anything is written under it, and a file is remembered as a backup only
 * after it was read back; an old file is noted as unwanted (and no longer as a backup) before it is removed.
 */
export interface BackupParts {
  readonly store: Store;
  readonly memory: BackupMemory;
  readonly archiver: Archiver;
  readonly now: () => number;
}

/** Makes a backup in `files` where one is needed; answers the newest file. Rejects with what ended it. */
export async function makeBackup(parts: BackupParts, files: BackupFiles, progress: Progress): Promise<BackupFile> {
  const { memory, now } = parts;
  const record = await sweep(memory, files);
  const startedAt = now();
  const { plan, slugs } = await decide(parts, files, record, startedAt);
  const newest = record.files.at(-1);
  if (plan.kind === 'nothing' && newest !== undefined) {
    await memory.change((current) => ({ ...current, currentAt: startedAt, triedAt: now() }));
    return newest;
  }
  const base = plan.kind === 'changes' ? plan.base : null;
  const at = Math.max(startedAt, (newest?.at ?? 0) + 1_000); // A clock that was put back must not give a name twice.
  const name = base === null ? fullName(at) : changesName(base.name, at);
  await memory.change((current) => ({ ...current, unwanted: [...current.unwanted, name] }));
  try {
    const file = await write(parts, files, { name, at, base, slugs }, progress);
    await memory.change((current) => remember(current, record, file, now()));
    await sweep(memory, files).catch(() => {}); // The backup is made, whatever becomes of the old ones.
    return file;
  } catch (thrown) {
    await discard(memory, files, name).catch(() => {}); // It stays noted as unwanted.
    throw thrown;
  }
}

async function decide(
  { store, archiver }: BackupParts,
  files: BackupFiles,
  record: BackupRecord,
  now: number,
): Promise<{ readonly plan: BackupPlan; readonly slugs: ReadonlySet<string> | null }> {
  const base = record.files.findLast((file) => file.base === null) ?? null;
  const newest = record.files.at(-1) ?? null;
  const isBaseThere = base !== null && (await isThere(files, base));
  const slugs = isBaseThere ? await changedSince(store, base.through) : null;
  const isCurrent =
    newest !== null &&
    isSamePlace(newest.through, await lastPlace(store)) &&
    newest.beside === (await archiver.besideHash()) &&
    (await isThere(files, newest));
  const articles = await countArticles(store);
  const plan = planBackup({ now, articles, base: isBaseThere ? base : null, isCurrent, changed: slugs?.size ?? null });
  return { plan, slugs };
}

interface Task {
  readonly name: string;
  readonly at: number;
  readonly base: BackupFile | null;
  readonly slugs: ReadonlySet<string> | null;
}

/** Writes one file. How far it reaches is read before its articles are, so that a change in between is in the next one as well. */
async function write(parts: BackupParts, files: BackupFiles, task: Task, progress: Progress): Promise<BackupFile> {
  const { store, archiver } = parts;
  const { name, at, base, slugs } = task;
  const [through, beside, articles] = await Promise.all([
    lastPlace(store),
    archiver.besideHash(),
    countArticles(store),
  ]);
  const changed = base === null ? null : slugs;
  const writeInto: WriteInto = (folder) => archiver.write({ folder, name, at, slugs: changed }, progress);
  const stored = await files.store(name, writeInto, progress.signal);
  return { name, base: base?.name ?? null, at, ...stored, articles, through, beside };
}

/** The record with `file` in it; as it was when the person chose another place meanwhile, which ends the backup. */
function remember(current: BackupRecord, begun: BackupRecord, file: BackupFile, now: number): BackupRecord {
  if (current.chosenAt !== begun.chosenAt) throw new TransferFailed(problem('cancelled', 'another place was chosen'));
  const { kept, outdated } = rotate([...current.files, file], current.copies);
  const unwanted = [...current.unwanted.filter((name) => name !== file.name), ...outdated.map(({ name }) => name)];
  return { ...current, files: kept, unwanted, currentAt: file.at, triedAt: now };
}

/** Removes what a failed backup left under `name`, unless the record says that it is one. */
async function discard(memory: BackupMemory, files: BackupFiles, name: string): Promise<void> {
  const { files: remembered } = await memory.load();
  if (!remembered.some((file) => file.name === name)) await files.remove(name);
}

/** Removes what is unwanted, as far as it can be: the rest stays noted, and goes another time. Answers the record then. */
async function sweep(memory: BackupMemory, files: BackupFiles): Promise<BackupRecord> {
  const record = await memory.load();
  if (record.unwanted.length === 0) return record;
  const gone = new Set<string>();
  for (const name of record.unwanted) {
    await files.remove(name).then(
      () => gone.add(name),
      () => {},
    );
  }
  return memory.change((current) => ({ ...current, unwanted: current.unwanted.filter((name) => !gone.has(name)) }));
}

/** Whether a file is in its place in its whole size; a place that does not let us look is believed. */
async function isThere(files: BackupFiles, { name, bytes }: BackupFile): Promise<boolean> {
  const size = await files.size(name);
  return size === 'unknown' || size === bytes;
}
