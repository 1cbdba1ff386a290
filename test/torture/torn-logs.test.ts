import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { Random } from '../site/random.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  copyFolder,
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
 * every browser there is a control: a library without the second copy, whose log is torn the same way.
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
  'loses nothing when the end of the log of the second copy is torn',
  async () => {
    const toll = noToll('log of the second copy torn');
    await playRounds({
      site,
      points: pointsOf('log of the second copy torn'),
      toll,
      control: noToll('library without a second copy'),
      damage: ({ profile, id, point }) => tearLog(copyFolder(profile, id), shapeOf(point), random),
    });
    expectNoLoss(toll);
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
