import type { LibraryDatabase } from '../database.ts';
import { RECOVERY_KEY, SENTINEL_KEY, slugsIn } from './copy-keys.ts';
import type { GuardParts } from './guard.ts';
import { reconcile } from './reconcile.ts';
import { type LoggedRecovery, readRecovery } from './recovery-log.ts';
import type { Sentinel } from './sentinel.ts';
import { dropIdentity, putIdentity, raiseLog, type Standing, standingOf } from './standing.ts';

/** A database that is not what its copy says it was. */
export interface Recovering extends GuardParts {
  readonly database: LibraryDatabase;
  readonly standing: Standing;
  /** Null where it was lost, and the copies speak for themselves. */
  readonly sentinel: Sentinel | null;
  /** Whether the database is a new one, in the place of one that could not be opened. */
  readonly isReplacement: boolean;
  /** How far both had been, where the witness saw more than either has. */
  readonly lost: Sentinel | null;
}

/** Brings a library back, as `guard.ts` describes; keeps a note of it for the person. */
export async function recover(recovering: Recovering): Promise<void> {
  const { database, keyed, witness, now, newId, standing, sentinel, lost, onRestoring, onRestored } = recovering;
  const stopped = await stoppedBefore(recovering);
  const log = stopped.log ?? (await begunLog(recovering));
  const isLossOfBoth = lost !== null || stopped.isLossOfBoth;
  let restored = 0;
  if (isLossOfBoth) await witness?.keepLoss(log); // Once the log is raised, nothing else tells of it.
  await dropIdentity(database);
  await raiseLog(database, log.at, Math.max(sentinel?.through ?? 0, lost?.through ?? 0));
  onRestoring?.(0, log.expected);
  await reconcile({
    database,
    keyed,
    at: log.at,
    isForeign: standing.id !== null && sentinel !== null && standing.id !== sentinel.id,
    beforePut: (count) => {
      restored += count;
      return keyed.set({ [RECOVERY_KEY]: log });
    },
    onPiece: (done, total) => onRestoring?.(done, total),
  });
  const articles = await database.count('articles');
  const { last } = await standingOf(database);
  const next: Sentinel = { id: sentinel?.id ?? standing.id ?? newId(), articles, through: last };
  const missing = Math.max(0, log.expected - articles);
  const done = { ...log, restored: Math.max(restored, articles - log.before), missing, isUnderWay: false };
  const isNews = done.restored > 0 || missing > 0 || log.areChangesLost;
  if (isLossOfBoth) await witness?.keepLoss(done);
  await keyed.set({ [SENTINEL_KEY]: next, ...(isNews ? { [RECOVERY_KEY]: done } : {}) });
  await putIdentity(database, next.id, now());
  onRestored?.();
}

/** The note of a recovery that was stopped, which this one goes on with. The one in the second copy may lie behind a tear. */
async function stoppedBefore({ keyed, witness }: Recovering) {
  const [logged = null, loss = null] = await Promise.all([readRecovery(keyed).catch(() => null), witness?.loss()]);
  const isLossOfBoth = loss?.isUnderWay === true;
  return { log: isLossOfBoth ? loss : logged?.isUnderWay ? logged : null, isLossOfBoth };
}

/** What is known at the start. */
async function begunLog(recovering: Recovering): Promise<LoggedRecovery> {
  const { database, keyed, now, standing, sentinel, isReplacement, lost } = recovering;
  const expected = lost?.articles ?? sentinel?.articles ?? slugsIn(await keyed.getKeys()).articles.size;
  const reason = isReplacement ? 'unreadable' : standing.hasArticles ? 'behind' : 'empty';
  const before = await database.count('articles');
  // Without a sentinel nobody knows how far the copies go, which may be all the way.
  const areChangesLost = lost !== null && sentinel !== null;
  return { at: now(), restored: 0, expected, missing: 0, areChangesLost, reason, before, isUnderWay: true };
}
