import { afterAll, beforeAll, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { Random } from '../site/random.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { DAMAGES, damage, databaseFolder } from '../support/torture/profile-files.ts';
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

const damageOf = (point: number) => DAMAGES[point % DAMAGES.length] ?? 'byte flipped';

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
