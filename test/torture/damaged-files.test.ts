import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import type { Random } from '../site/random.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import type { Command } from '../support/torture/command.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { type BenchLibrary, type LibrariesOptions, openLibraries } from '../support/torture/libraries.ts';
import {
  copyFolder,
  DAMAGES,
  type Damage,
  damage,
  databaseFolder,
  TEARS,
  type Tear,
  tearLog,
} from '../support/torture/profile-files.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';
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
  'goes on, and tells how many articles are missing, when both stores are damaged',
  async () => {
    const toll = noToll('both stores damaged');
    const points = Math.min(8, pointsOf('both stores damaged'));
    await damageBoth({ points, toll, damageOf, tearOf: (point) => TEARS[point % TEARS.length] ?? 'cut' });
    expectNoLoss(toll);
    const control = noToll('control without a witness: both stores damaged');
    const before = WITHOUT_WITNESS;
    await damageBoth({ points: 4, toll: control, before, damageOf: () => 'folder gone', tearOf: () => 'cut' });
    expectLoss(control);
  },
  PATIENCE_MS,
);

/** For the control: no context can write or read the file in which the witness is. */
const WITHOUT_WITNESS = `StorageManager.prototype.getDirectory = () => Promise.reject(new Error('There is no witness.'));`;

interface BothDamaged extends Pick<LibrariesOptions, 'before'> {
  readonly points: number;
  /** What is lost here is what nobody tells of. */
  readonly toll: Toll;
  readonly damageOf: (point: number) => Damage;
  readonly tearOf: (point: number) => Tear;
}

/** Fills libraries, damages the database and tears the second copy of each, starts twice, and compares what is there with what is told. */
async function damageBoth({ points, toll, before, damageOf, tearOf }: BothDamaged): Promise<void> {
  const libraries = await openLibraries({ site, count: points, ...(before === undefined ? {} : { before }) });
  const filling: Command[] = Array.from({ length: 12 }, (_, n) => ({ type: 'save', n, revision: 1 }));
  try {
    await Promise.all(
      libraries.all.map(async (library) => {
        await library.call('runAll', filling, Date.now());
        await library.call('runHere', { type: 'open' }, 0); // A page that stays open sees how far the library is.
        if (before === undefined) await expect.poll(() => witnessed(library)).toMatchObject({ articles: 12 });
      }),
    );
    await libraries.restart(() => {
      for (const [point, { id }] of libraries.all.entries()) {
        damage(databaseFolder(libraries.profile, id), damageOf(point), random);
        tearLog(copyFolder(libraries.profile, id), tearOf(point), random);
      }
    });
    await libraries.restart();
    let outlived = 0;
    for (const [point, library] of libraries.all.entries()) {
      const [opened] = await library.call('runAll', [{ type: 'open' }], 0);
      if (!opened?.ok) toll.endless.push(`library ${point} could not be opened: ${JSON.stringify(opened)}`);
      const kept = await library.call('readKept');
      const missing = filling.length - Object.keys(kept.articles).length;
      const told = await missingAsTold(library);
      outlived += filling.length - missing;
      toll.points += 1;
      toll.acknowledged += filling.length;
      if (missing > told) toll.lost.push(`library ${point} lacks ${missing} and tells of ${told}`);
      toll.half.push(...kept.halves);
      toll.duplicates.push(...kept.duplicates);
      const [saved] = await library.call('runAll', [{ type: 'save', n: 99, revision: 1 }], 0);
      if (!saved?.ok) toll.endless.push(`library ${point} takes no more saves: ${JSON.stringify(saved)}`);
    }
    console.log(`${outlived} of ${toll.acknowledged} articles outlived damage to both stores`);
  } finally {
    await libraries.close();
  }
}

/** How many articles the notice of a library says are missing. */
async function missingAsTold(library: BenchLibrary): Promise<number> {
  const notes = [await library.call('copyValue', 'copy/recovery'), await witnessed(library, '-loss')];
  return Math.max(0, ...notes.map((note) => (note as { missing?: number } | null)?.missing ?? 0));
}

/** What lies in the witness's file; null when there is none. */
function witnessed({ page }: BenchLibrary, part = ''): Promise<unknown> {
  return page.evaluate(async (name) => {
    try {
      const file = await (await navigator.storage.getDirectory()).getFileHandle(name);
      return JSON.parse(await (await file.getFile()).text()) as unknown;
    } catch {
      return null;
    }
  }, `offprint-witness${part}`);
}
