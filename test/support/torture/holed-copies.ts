import type { Random } from '../../site/random.ts';
import { EMPTY_MODEL } from './ledger.ts';
import { type BenchLibrary, type LibrariesOptions, openLibraries } from './libraries.ts';
import { copyFolder, TEARS, tearLog } from './profile-files.ts';
import type { Toll } from './toll.ts';
import { acknowledge, fillingOf, judge, savesFrom, type Watched } from './torn-libraries.ts';

/** For the control: a background that never looks at its copies at the start, run before its own script. */
export const UNHEALED = `
for (const { storage } of [globalThis.chrome, globalThis.browser].filter((api) => api?.storage !== undefined)) {
  const get = storage.local.get.bind(storage.local);
  storage.local.get = (keys, ...rest) => {
    if (keys?.includes?.('copy/checked')) throw new Error('This background does not look.');
    return get(keys, ...rest);
  };
}`;

export interface Holes extends Pick<LibrariesOptions, 'site' | 'before'> {
  /** How many libraries, one after another in as many browsers as it takes. */
  readonly points: number;
  readonly toll: Toll;
  readonly random: Random;
}

/** Libraries in one browser: more of them make a restart slower than they save. */
const MOST_LIBRARIES = 8;

/**
 * Plays a hole in the second copy and the loss of the database after it: fill each library, tear the log of its second
 * copy, start, save more than the torn block has room for, start again, which drops what lies right behind the tear,
 * start once more, and then take the database away. Counts what of all that was acknowledged does not come back.
 */
export async function playHoles({ points, toll, random, before, site }: Holes): Promise<void> {
  for (let done = 0; done < points; done += MOST_LIBRARIES) {
    const count = Math.min(MOST_LIBRARIES, points - done);
    const libraries = await openLibraries({ site, count, ...(before === undefined ? {} : { before }) });
    const isHealed = before === undefined;
    const watched = libraries.all.map((_, place): Watched => ({ place, toll, model: EMPTY_MODEL, recovery: 'null' }));
    const each = (action: (library: BenchLibrary, one: Watched) => Promise<unknown>) =>
      Promise.all(watched.map((one) => action(libraries.all[one.place] as BenchLibrary, one)));
    const start = async (meanwhile?: () => void) => {
      await libraries.restart(meanwhile);
      await each((library) => library.call('runAll', [{ type: 'open' }], 0));
      if (isHealed) await each(looked);
    };
    try {
      await each((library, one) => acknowledge(library, one, fillingOf(0)));
      await start(() => {
        for (const [place, { id }] of libraries.all.entries()) {
          tearLog(copyFolder(libraries.profile, id), TEARS[(done + place) % TEARS.length] ?? 'cut', random);
        }
      });
      await each((library, one) => acknowledge(library, one, [...savesFrom(50, 3), ...savesFrom(60, 6, 9_000)]));
      await start();
      await start();
      await each((library) => library.call('loseDatabase'));
      await each(judge);
    } finally {
      await libraries.close();
    }
  }
}

/** Resolves when the background has looked at the copies of all changes there are. */
async function looked(library: BenchLibrary): Promise<void> {
  for (;;) {
    const sentinel = (await library.call('copyValue', 'copy/sentinel')) as { through: number } | null;
    const checked = (await library.call('copyValue', 'copy/checked')) as { lookedAt: number } | null;
    if (sentinel !== null && checked !== null && checked.lookedAt >= sentinel.through) return;
  }
}
