import { afterAll, beforeAll, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { Random } from '../site/random.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import type { Command } from '../support/torture/command.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { openLibraries } from '../support/torture/libraries.ts';
import { copyFolder, DAMAGES, damage, databaseFolder, TEARS, tearLog } from '../support/torture/profile-files.ts';
import { expectLoss, expectNoLoss, noToll } from '../support/torture/toll.ts';
import { playRounds } from '../support/torture/torn-libraries.ts';

/** Files of a library are damaged beyond their ends, as bad disks, cleaners and half-done copies of a profile do it. */

let site: DemoSite;
let random: Random;

beforeAll(async () => {
  site = await startDemoSite();
  random = printedRandom('damaged files');
});

afterAll(() => site?.stop());

/** Every kind in turn, so that the control, which comes after eight others, has the one that surely takes everything. */
const damageOf = (point: number) => DAMAGES[(point + DAMAGES.length - 1) % DAMAGES.length] ?? 'byte flipped';

it(
  'brings the library back when a byte of the database flips, its lists of files are cut or empty, or its folder is gone',
  async () => {
    const toll = noToll('database damaged');
    const control = noToll('control without a second copy: database damaged');
    await playRounds({
      site,
      points: pointsOf('database damaged'),
      toll,
      control,
      damage: ({ profile, id, point }) => damage(databaseFolder(profile, id), damageOf(point), random),
    });
    expectNoLoss(toll);
    expectLoss(control);
  },
  PATIENCE_MS,
);

it(
  'neither fails nor shows an empty library as if nothing had been lost when both stores are damaged',
  async () => {
    const toll = noToll('both stores damaged');
    const points = Math.min(8, pointsOf('both stores damaged'));
    const libraries = await openLibraries({ site, count: points });
    const filling: Command[] = Array.from({ length: 12 }, (_, n) => ({ type: 'save', n, revision: 1 }));
    try {
      await Promise.all(libraries.all.map((library) => library.call('runAll', filling, Date.now())));
      await libraries.restart(() => {
        for (const [point, { id }] of libraries.all.entries()) {
          damage(databaseFolder(libraries.profile, id), damageOf(point), random);
          tearLog(copyFolder(libraries.profile, id), TEARS[point % TEARS.length] ?? 'cut', random);
        }
      });
      await libraries.restart();
      for (const [point, library] of libraries.all.entries()) {
        const [opened] = await library.call('runAll', [{ type: 'open' }], 0);
        const kept = await library.call('readKept');
        const isTold = (await library.call('copyValue', 'copy/recovery')) !== null;
        const left = Object.keys(kept.articles).length;
        toll.points += 1;
        toll.acknowledged += left;
        if (left === 0 && opened?.ok && !isTold) toll.lost.push(`library ${point} is empty and says nothing`);
        toll.half.push(...kept.halves);
        toll.duplicates.push(...kept.duplicates);
        const [saved] = await library.call('runAll', [{ type: 'save', n: 99, revision: 1 }], 0);
        if (!saved?.ok) toll.endless.push(`library ${point} takes no more saves: ${JSON.stringify(saved)}`);
      }
    } finally {
      await libraries.close();
    }
    console.log(`${toll.acknowledged} of ${toll.points * filling.length} articles outlived damage to both stores`);
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);
