import { rmSync } from 'node:fs';
import type { DemoSite } from '../../site/demo-site.ts';
import type { Command } from './command.ts';
import { after, EMPTY_MODEL, findLost, type Model } from './ledger.ts';
import { type BenchLibrary, type Libraries, openLibraries } from './libraries.ts';
import { copyFolder } from './profile-files.ts';
import type { Toll } from './toll.ts';

/** Whose files are damaged: the profile's folder, the extension's id, and the running number of the damage. */
export interface DamagedFiles {
  readonly profile: string;
  readonly id: string;
  readonly point: number;
}

export interface Rounds {
  readonly site: DemoSite;
  /** How many libraries are damaged, in all rounds; each round damages as many as there are in one browser. */
  readonly points: number;
  readonly toll: Toll;
  readonly control: Toll;
  readonly extraArgs?: readonly string[];
  /** Ends the browser before the damage by a kill, which leaves what a database keeps beside its file while it is open. */
  readonly isKilled?: boolean;
  readonly damage: (files: DamagedFiles) => void;
}

/** Libraries in one browser: more of them make a restart slower than they save. */
const MOST_LIBRARIES = 8;

/** One library with what was acknowledged of it, and the recovery it told of last. */
export interface Watched {
  readonly place: number;
  /** Whether the browser is without its second copy whenever it starts. */
  readonly isControl?: boolean;
  readonly toll: Toll;
  model: Model;
  recovery: string;
}

/**
 * Plays rounds: fill each library, close the browser, damage the files, start, save three more, restart twice, and count
 * what of all that was acknowledged is not there. Answers how many damaged libraries told of a recovery.
 */
export async function playRounds(rounds: Rounds): Promise<number> {
  const count = Math.min(MOST_LIBRARIES, rounds.points);
  const { site, extraArgs = [] } = rounds;
  const libraries = await openLibraries({ site, extraArgs, count: count + 1 });
  try {
    const watched = libraries.all.map(
      (_, place): Watched => ({
        place,
        isControl: place === count,
        toll: place === count ? rounds.control : rounds.toll,
        model: EMPTY_MODEL,
        recovery: 'null',
      }),
    );
    let recoveries = 0;
    for (let round = 0; round * count < rounds.points; round += 1) {
      recoveries += await playRound(libraries, watched, round, rounds);
    }
    return recoveries;
  } finally {
    await libraries.close();
  }
}

async function playRound(
  libraries: Libraries,
  watched: readonly Watched[],
  round: number,
  { damage, isKilled = false }: Rounds,
): Promise<number> {
  const eachOf = <T>(action: (library: BenchLibrary, one: Watched) => Promise<T>): Promise<T[]> =>
    Promise.all(watched.map((one) => action(libraries.all[one.place] as BenchLibrary, one)));
  const first = round * 100;
  await eachOf(async (library, one) => {
    if (one.isControl) await startAnew(library, one);
    await acknowledge(library, one, fillingOf(first));
  });
  const takeControlsCopy = () => {
    for (const { place, isControl } of watched) {
      const folder = copyFolder(libraries.profile, libraries.all[place]?.id ?? '');
      if (isControl) rmSync(folder, { recursive: true, force: true });
    }
  };
  const damageAll = () => {
    for (const [place, { id }] of libraries.all.entries()) {
      damage({ profile: libraries.profile, id, point: round * MOST_LIBRARIES + place });
    }
    takeControlsCopy();
  };
  await libraries.restart(damageAll, isKilled ? 'kill' : 'close');
  await eachOf((library, one) => acknowledge(library, one, savesFrom(first + 50, 3)));
  await libraries.restart(takeControlsCopy);
  await eachOf((library) => library.call('runAll', [{ type: 'open' }], 0));
  await libraries.restart(takeControlsCopy);
  const recoveries = await eachOf(judge);
  return recoveries.filter((wasTold, place) => wasTold && !watched[place]?.isControl).length;
}

/** A control lost its library in the round before. */
async function startAnew(library: BenchLibrary, one: Watched): Promise<void> {
  await library.call('loseDatabase');
  await library.call('forgetCopy');
  one.model = EMPTY_MODEL;
}

/** Saves of so many articles from number `first` on; `size` as in `bodyOf`. */
export function savesFrom(first: number, count: number, size?: number): Command[] {
  const sized = size === undefined ? {} : { size };
  return Array.from({ length: count }, (_, place) => ({ type: 'save', n: first + place, revision: 1, ...sized }));
}

/** Articles with everything that can be kept of one. */
export function fillingOf(first: number): Command[] {
  return [
    ...savesFrom(first, 10),
    { type: 'tag', n: first, tag: 'mine' },
    { type: 'note', n: first + 1, text: 'What I think of it.' },
    { type: 'save', n: first + 1, revision: 2 },
    { type: 'remove', n: first + 2 },
    { type: 'remove', n: first + 3 },
    { type: 'restore', n: first + 3 },
  ];
}

/** Has the library do what is asked, and remembers what it acknowledged. */
export async function acknowledge(
  library: BenchLibrary,
  one: Pick<Watched, 'toll' | 'model'>,
  commands: readonly Command[],
): Promise<void> {
  const answers = await library.call('runAll', commands, Date.now());
  for (const [place, command] of commands.entries()) {
    const answer = answers[place];
    if (answer?.ok) {
      one.model = after(one.model, command);
      one.toll.acknowledged += 1;
    } else one.toll.endless.push(`${command.type} was answered ${JSON.stringify(answer)}`);
  }
}

/** Counts what is missing; answers whether the library told of a recovery in this round. */
export async function judge(library: BenchLibrary, one: Watched): Promise<boolean> {
  const [opened] = await library.call('runAll', [{ type: 'open' }], 0);
  const kept = await library.call('readKept');
  const { toll } = one;
  toll.points += 1;
  toll.lost.push(...findLost(kept.articles, one.model).map((sentence) => `library ${one.place}: ${sentence}`));
  toll.half.push(...kept.halves);
  toll.duplicates.push(...kept.duplicates);
  if (!opened?.ok) toll.endless.push(`library ${one.place} could not be opened: ${JSON.stringify(opened)}`);
  const recovery = JSON.stringify(await library.call('copyValue', 'copy/recovery'));
  const wasTold = recovery !== one.recovery;
  one.recovery = recovery;
  return wasTold;
}
