import type { BackupFile } from '../../core/backup/backup-record.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { problem } from '../../core/problem.ts';
import { readAll } from '../../storage/read-articles.ts';
import type { Store } from '../../storage/store.ts';
import { TransferFailed } from '../transfer/transfer-failed.ts';
import type { Archiver, Progress } from './archiver.ts';
import type { Rehearsal } from './backup.ts';
import type { BackupFiles } from './backup-files.ts';
import { holdsBytes } from './blocks.ts';
import { changedSince } from './change-log.ts';
import { fingerprint } from './fingerprint.ts';

/** Reading a backup back as a restore would, without changing anything. */

export interface RehearsalParts {
  readonly store: Store;
  readonly archiver: Archiver;
}

/** The fingerprints of what a restore would bring back, by slug. */
type Contents = Map<string, string>;

/** Rehearses a restore from the last backup in its place: the full copy, then what changed since. */
export async function rehearseLast(
  parts: RehearsalParts,
  remembered: readonly BackupFile[],
  files: BackupFiles,
  progress: Progress,
): Promise<Rehearsal> {
  const newest = remembered.at(-1);
  if (newest === undefined) throw new TransferFailed(problem('not-an-archive', 'there is no backup yet'));
  const base = remembered.find(({ name }) => name === newest.base);
  const contents: Contents = new Map();
  let damaged = newest.base !== null && base === undefined ? 1 : 0;
  for (const one of base === undefined ? [newest] : [base, newest]) {
    damaged += await readOne(parts, one, await files.read(one.name), contents, progress);
  }
  return { articles: contents.size, missing: await countMissing(parts.store, contents), damaged };
}

/** Rehearses a restore from `file`. Of a file of changes, only what it should hold is looked for. */
export async function rehearseFile(
  parts: RehearsalParts,
  remembered: readonly BackupFile[],
  file: File,
  progress: Progress,
): Promise<Rehearsal> {
  const contents: Contents = new Map();
  const damaged = await readInto(parts, file, contents, progress);
  const known = remembered.find(({ name }) => name === file.name);
  const base = remembered.find(({ name }) => name === known?.base);
  const expected = base === undefined ? null : await changedSince(parts.store, base.through);
  return { articles: contents.size, missing: await countMissing(parts.store, contents, expected), damaged };
}

/** Reads one remembered file into `contents`; answers how many files are damaged, itself included. */
async function readOne(
  parts: RehearsalParts,
  remembered: BackupFile,
  file: File | null,
  contents: Contents,
  progress: Progress,
): Promise<number> {
  if (file === null) return 1;
  const damaged = await readInto(parts, file, contents, progress).catch((thrown: unknown) => {
    if (progress.signal.aborted || !(thrown instanceof TransferFailed)) throw thrown;
    return 1;
  });
  // A byte between the files of an archive harms no article, and yet it is not what was written.
  return damaged > 0 || (await holdsBytes(file, remembered, progress.signal)) ? damaged : 1;
}

async function readInto(parts: RehearsalParts, file: Blob, contents: Contents, progress: Progress): Promise<number> {
  const { articles, gone, damaged } = await parts.archiver.read(file, progress);
  for (const [slug, known] of articles) contents.set(slug, known);
  for (const slug of gone) contents.delete(slug);
  return damaged;
}

/** How many of the library's articles (of `expected` only, where given) are not in `contents`, or otherwise. */
async function countMissing(
  store: Store,
  contents: Contents,
  expected: ReadonlySet<string> | null = null,
): Promise<number> {
  let missing = 0;
  const count = (batch: readonly ArticleRecord[]): void => {
    for (const article of batch) {
      const isExpected = expected === null || expected.has(article.slug);
      if (isExpected && contents.get(article.slug) !== fingerprint(article)) missing += 1;
    }
  };
  await readAll(store, count, new AbortController().signal);
  return missing;
}
