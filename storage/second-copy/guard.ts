import type { Guard, LibraryDatabase } from '../database.ts';
import type { KeyedStore } from '../keyed-store.ts';
import { catchUpBehind } from './catch-up.ts';
import { RECOVERY_KEY, SEARCHES_KEY, SENTINEL_KEY, slugsIn } from './copy-keys.ts';
import { copyPiece, copyTouched, touchedBeside } from './copy-out.ts';
import { parseSearches } from './copy-values.ts';
import { readValues } from './read-copies.ts';
import { recover } from './recover.ts';
import { lossOfBoth } from './recovery-log.ts';
import { joinSearches } from './searches-copy.ts';
import { WRITE_LOCK } from './second-copy.ts';
import { parseSentinel, type Sentinel } from './sentinel.ts';
import { putIdentity, raiseLog, type Standing, standingOf } from './standing.ts';
import { lostByBoth, type Witness } from './witness.ts';

/**
 * Compares a database with its sentinel whenever it is opened, and brings back what it lost. The library's id is taken
 * out of the database before that begins and written when it has ended, so that a recovery that was stopped anywhere
 * begins anew and finds done what was done. The sentinel is never replaced by that of a library with less in it before
 * everything that can be read of the copy is back.
 */

export interface GuardParts {
  readonly keyed: KeyedStore;
  readonly locks: Pick<LockManager, 'request'>;
  /** The lock's name: another one for another library. */
  readonly lock?: string;
  /** Tells what both stores lost; without one, nobody knows of that. */
  readonly witness?: Witness | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** An id that no other library has. */
  readonly newId: () => string;
  /** Hears that a library is being brought back, and how far that is. */
  readonly onRestoring?: (done: number, total: number) => void;
  /** Hears that it is back. */
  readonly onRestored?: () => void;
}

/** A guard for databases whose second copy lies in `keyed`. */
export function createGuard(parts: GuardParts): Guard {
  const { keyed, locks, lock = WRITE_LOCK } = parts;
  return {
    async check(database, isReplacement) {
      if (!isReplacement && (await isWell(parts, database))) return;
      await locks.request(lock, () => bringTogether(parts, database, isReplacement));
    },
    async canReplace() {
      const keys: readonly string[] = await keyed.getKeys().catch(() => []);
      return keys.includes(SENTINEL_KEY) || slugsIn(keys).articles.size > 0;
    },
  };
}

/** Whether database and copy are surely the same, seen without keeping anybody from writing. */
async function isWell({ keyed, witness }: GuardParts, database: LibraryDatabase): Promise<boolean> {
  const [values, standing, seen = null] = await Promise.all([
    keyed.get([SENTINEL_KEY, SEARCHES_KEY]).catch(() => null),
    standingOf(database),
    witness?.read(),
  ]);
  if (values === null) return false;
  const sentinel = parseSentinel(values[SENTINEL_KEY]);
  const searches = parseSearches(values[SEARCHES_KEY])?.revision ?? 0;
  if (sentinel === null || !isComplete(standing, sentinel)) return false;
  if (standing.last !== sentinel.through || standing.searches !== searches) return false;
  if (lostByBoth(seen, standing, sentinel) !== null) return false;
  if (seen?.id !== sentinel.id || seen.through < sentinel.through) witness?.note(sentinel);
  return true;
}

/** Whether the database has everything that the sentinel knows of. */
function isComplete({ id, last, hasArticles }: Standing, sentinel: Sentinel): boolean {
  return id === sentinel.id && last >= sentinel.through && (hasArticles || sentinel.articles === 0);
}

async function bringTogether(parts: GuardParts, database: LibraryDatabase, isReplacement: boolean): Promise<void> {
  const { keyed, witness } = parts;
  const seen = (await witness?.read()) ?? null; // Before the sentinel, which is never later than what is there.
  const standing = await standingOf(database);
  const values = await readValues(keyed, [SENTINEL_KEY, SEARCHES_KEY]).catch((thrown: unknown) => {
    if (standing.id === null) throw thrown; // What it should hold cannot be told: it may be empty because it lost everything.
    return null;
  });
  if (values === null) return; // The library is there and can be read; what is written says that it could not be copied.
  const sentinel = parseSentinel(values[SENTINEL_KEY]);
  const lost = lostByBoth(seen, standing, sentinel);
  if (sentinel === null && !(await hasCopies(keyed))) {
    await copyAnyway(async () => {
      if (lost !== null) await admitLoss(parts, database, lost);
      await beginCopy(parts, database, standing);
    });
  } else if (sentinel !== null && isComplete(standing, sentinel)) {
    await copyAnyway(async () => {
      if (lost !== null) await admitLoss(parts, database, lost);
      await joinSearches(database, keyed, parseSearches(values[SEARCHES_KEY]));
      await catchUp(parts, database, sentinel);
    });
  } else {
    await recover({ ...parts, database, standing, sentinel, isReplacement, lost });
  }
}

/** Keeps a note for the person of what both stores lost, and gives no later change the number of one that is gone. */
async function admitLoss(
  { keyed, now, witness }: GuardParts,
  database: LibraryDatabase,
  lost: Sentinel,
): Promise<void> {
  const loss = lossOfBoth(now(), lost.articles, await database.count('articles'));
  await witness?.keepLoss(loss);
  await keyed.set({ [RECOVERY_KEY]: loss });
  await raiseLog(database, now(), lost.through);
}

/** A library that has everything can be read also when it cannot be copied now: the next write says so, the next opening tries again. */
async function copyAnyway(copying: () => Promise<void>): Promise<void> {
  await copying().catch(() => {});
}

/** The first copy of a library, new or from before there were copies. */
async function beginCopy(parts: GuardParts, database: LibraryDatabase, standing: Standing): Promise<void> {
  const { keyed, newId, now } = parts;
  const begun = { id: standing.id ?? newId(), articles: 0, through: 0 };
  await copyTouched(database, keyed, await touchedBeside(database));
  await joinSearches(database, keyed, null);
  await keyed.set({ [SENTINEL_KEY]: begun });
  if (standing.id === null) await putIdentity(database, begun.id, now());
  await catchUp(parts, database, begun);
}

async function hasCopies(keyed: KeyedStore): Promise<boolean> {
  return slugsIn(await keyed.getKeys()).articles.size > 0;
}

/** Copies what is not copied yet: at once when it is little, else behind everything else. */
async function catchUp(parts: GuardParts, database: LibraryDatabase, sentinel: Sentinel): Promise<void> {
  const { keyed, locks, lock = WRITE_LOCK } = parts;
  const { isAll } = await copyPiece(database, keyed, sentinel);
  if (!isAll) void catchUpBehind({ keyed, locks, lock }, database).catch(() => {}); // The next guard or write begins it again.
}
