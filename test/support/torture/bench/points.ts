import type { Result } from '../../../../core/result.ts';
import type { Command } from '../command.ts';
import { type Interrupted, runAll, runInterrupted } from './contexts.ts';
import { type OlderVersion, seedOlder } from './older-library.ts';
import { forgetCopy, type KeptLibrary, loseDatabase, readKept } from './raw-library.ts';
import type { StorageFault } from './storage-calls.ts';

/** A command on a library made by the commands before it. */
export interface Scenario {
  readonly name: string;
  readonly before: readonly Command[];
  /** The database is lost before the command, which brings it back. */
  readonly isLost?: boolean;
  readonly command: Command;
}

/** What came of a command whose storage call number `point` went wrong. */
export interface PointOutcome extends Interrupted {
  /** The library right after. */
  readonly cut: KeptLibrary;
  /** After the database was lost at once, and brought back by the next context. */
  readonly restored: KeptLibrary;
  /** The answer of the same command, asked again, and the library then. */
  readonly again: Result<unknown>;
  readonly settled: KeptLibrary;
  /** After the database was lost once more. */
  readonly restoredAgain: KeptLibrary;
}

const AT = Date.UTC(2026, 5, 1);

/**
 * Plays one point from an empty library. With `isCaughtUp` another context uses the library before the database is
 * lost: then all that was committed must come back, and not only what was acknowledged. With `isForgetful` the second
 * copy is gone as well whenever the database is lost.
 */
export async function playPoint(
  { before, isLost = false, command }: Scenario,
  point: number,
  fault: StorageFault,
  isCaughtUp: boolean,
  isForgetful: boolean,
): Promise<PointOutcome> {
  const loseAndRestore = async (): Promise<KeptLibrary> => {
    if (isForgetful) await forgetCopy();
    await loseDatabase();
    await runAll([{ type: 'open' }], AT);
    return readKept();
  };

  await loseDatabase();
  await forgetCopy();
  await runAll(before, AT);
  if (isLost) await loseDatabase();
  const interrupted = await runInterrupted(command, AT + 1_000, point, fault);
  const cut = await readKept();
  if (isCaughtUp) await runAll([{ type: 'open' }], AT);
  const restored = await loseAndRestore();
  const [again = interrupted.answer] = await runAll([command], AT + 2_000);
  if (again === null) throw new Error('The command was not answered');
  const settled = await readKept();
  return { ...interrupted, cut, restored, again, settled, restoredAgain: await loseAndRestore() };
}

/** What came of an upgrade that was cut off: what a reader had before, and what is there whenever it was looked at. */
export interface UpgradeOutcome extends Interrupted {
  readonly before: KeptLibrary;
  readonly cut: KeptLibrary;
  readonly upgraded: KeptLibrary;
  readonly restored: KeptLibrary;
}

/** Opens the library that a released version left behind, cuts that off, opens it again, and loses it. */
export async function playUpgrade(version: OlderVersion, point: number, fault: StorageFault): Promise<UpgradeOutcome> {
  await forgetCopy();
  await seedOlder(version);
  const before = await readKept();
  const interrupted = await runInterrupted({ type: 'open' }, AT, point, fault);
  const cut = await readKept();
  await runAll([{ type: 'open' }], AT);
  const upgraded = await readKept();
  await loseDatabase();
  await runAll([{ type: 'open' }], AT);
  return { ...interrupted, before, cut, upgraded, restored: await readKept() };
}
