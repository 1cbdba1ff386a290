import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { Random } from '../site/random.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { playHoles, UNHEALED } from '../support/torture/holed-copies.ts';
import {
  databaseFolder,
  SQLITE_BACK_END,
  sqliteJournal,
  TEARS,
  tear,
  tearLog,
} from '../support/torture/profile-files.ts';
import { expectLoss, expectNoLoss, noToll } from '../support/torture/toll.ts';
import { playRounds } from '../support/torture/torn-libraries.ts';

/**
 * The end of a log is torn while the browser is closed, as a power cut or a full disk does it. Then three more articles
 * are saved and the browser is restarted twice, for Chromium loses a library with a torn log only the second time. In
 * every browser there is a control: a library without the second copy, whose log is torn the same way. Where it is the
 * second copy that is torn, the database is taken away in the end; the control never looks at its copies.
 */

let site: DemoSite;
let random: Random;

beforeAll(async () => {
  site = await startDemoSite();
  random = printedRandom('torn logs');
});

afterAll(() => site?.stop());

const shapeOf = (point: number) => TEARS[point % TEARS.length] ?? 'cut';

it(
  'loses nothing when the end of the log of IndexedDB is torn, and tells of the recovery',
  async () => {
    const toll = noToll('log of the database torn');
    const control = noToll('control without a second copy: log of the database torn');
    const recoveries = await playRounds({
      site,
      points: pointsOf('log of the database torn'),
      toll,
      control,
      damage: ({ profile, id, point }) => tearLog(databaseFolder(profile, id), shapeOf(point), random),
    });
    expectNoLoss(toll);
    expect(recoveries).toBe(toll.points);
    expectLoss(control);
  },
  PATIENCE_MS,
);

it(
  'loses nothing when the end of the log of the second copy is torn, and the database is lost after that',
  async () => {
    const toll = noToll('log of the second copy torn');
    await playHoles({ site, random, points: pointsOf('log of the second copy torn'), toll });
    expectNoLoss(toll);
    const control = noToll('control without a look at the copies: log of the second copy torn');
    await playHoles({ site, random, points: 4, toll: control, before: UNHEALED });
    expectLoss(control);
  },
  PATIENCE_MS,
);

it(
  'loses nothing when the journal of the coming SQLite back end is torn',
  async () => {
    const toll = noToll('SQLite journal torn');
    const control = noToll('control without a second copy: SQLite journal torn');
    await playRounds({
      site,
      points: pointsOf('SQLite journal torn'),
      toll,
      control,
      extraArgs: [SQLITE_BACK_END],
      isKilled: true,
      damage: ({ profile, id }) => tear(sqliteJournal(profile, id), 'cut', random),
    });
    expectNoLoss(toll);
    expectLoss(control);
  },
  PATIENCE_MS,
);
