import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProblemKind } from '../../core/problem.ts';
import type { Result } from '../../core/result.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { DEAF } from '../support/torture/broken-builds.ts';
import type { Command } from '../support/torture/command.ts';
import { isLong, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { after, EMPTY_MODEL, findLost, type Model } from '../support/torture/ledger.ts';
import { type BenchLibrary, type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { slugOf } from '../support/torture/made-article.ts';
import { differences } from '../support/torture/same-library.ts';
import { makeSmallDisk, type SmallDisk } from '../support/torture/small-disk.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/**
 * The disk under the profile fills up while articles are saved, large ones and small ones. A save that did not go in
 * says so within two seconds; the library stays readable, also after a restart; and when there is room again, nothing that
 * was acknowledged is lost, also after two restarts.
 */

/** Bytes that are left when saving begins, as the disk fills: from a little room to none. */
const LEFT = [6_000_000, 1_500_000, 0] as const;

/** So many disks fill up under one library, each kind as often: what is kept of each fills the small disk as well. */
const DISKS_OF_ONE_LIBRARY = 2 * LEFT.length;

const SIZES = [60_000, 1_500] as const;
const MOST_SAVES = 120;
const SAID_WITHIN_MS = 2_000;
const SHOWN_WITHIN_MS = 15_000;
const FULL: readonly ProblemKind[] = ['disk-full', 'copy-failed', 'storage-failed'];

let site: DemoSite;
let disk: SmallDisk | string;

beforeAll(async () => {
  site = await startDemoSite();
  disk = makeSmallDisk();
});

afterAll(async () => {
  await site?.stop();
  if (disk !== undefined && typeof disk !== 'string') disk.remove();
});

interface Filling {
  readonly toll: Toll;
  model: Model;
  /** Saves that failed, and how long each took to say so. */
  refused: number;
  /** What a full disk did not let be read. */
  readonly unreadable: string[];
  readonly tookMs: number[];
  readonly kinds: Set<string>;
}

/** Saves until two saves in a row fail, or there is no end in sight. */
async function saveUntilFull(library: BenchLibrary, filling: Filling, first: number, size: number): Promise<void> {
  let failures = 0;
  for (let n = first; failures < 2 && n < first + MOST_SAVES; n += 1) {
    const command: Command = { type: 'save', n, revision: 1, size };
    const start = performance.now();
    const answer = await library.call('runHere', command, Date.now());
    if (answer.ok) {
      filling.model = after(filling.model, command);
      filling.toll.acknowledged += 1;
      failures = 0;
    } else {
      failures += 1;
      refuse(filling, answer, performance.now() - start);
    }
  }
}

function refuse(filling: Filling, answer: Extract<Result<unknown>, { ok: false }>, took: number): void {
  filling.refused += 1;
  filling.tookMs.push(took);
  filling.kinds.add(answer.problem.kind);
  if (!FULL.includes(answer.problem.kind)) filling.toll.endless.push(`a save failed as ${answer.problem.kind}`);
}

/** The library is as it must be, and its page shows the list and the article `n` as on any other day. */
async function judgeFull(libraries: Libraries, filling: Filling, when: string, n: number): Promise<void> {
  await judge(libraries.all[0] as BenchLibrary, filling, when);
  const page = await libraries.session.openExtensionPage('library.html#/');
  for (const [hash, text] of [
    ['#/', 'Made article '],
    [`#/article/${slugOf(n)}`, `only${n}here`],
  ] as const) {
    await page.evaluate((to: string) => location.assign(to), hash);
    const isShown = (wanted: string) => document.querySelector('main')?.textContent?.includes(wanted) ?? false;
    const shown = page.waitForFunction(isShown, { timeout: SHOWN_WITHIN_MS }, text);
    await shown.catch(() => filling.unreadable.push(`${when}: ${hash} is not shown`));
  }
  await page.close();
}

const tryToOpen = (library: BenchLibrary) => library.call('runAll', [{ type: 'open' }], 0);

async function mustOpen(library: BenchLibrary, toll: Toll, when: string): Promise<void> {
  const [opened] = await tryToOpen(library);
  if (!opened?.ok) toll.endless.push(`${when}: the library could not be opened: ${JSON.stringify(opened)}`);
}

async function judge(library: BenchLibrary, { toll, model }: Filling, when: string): Promise<void> {
  await mustOpen(library, toll, when);
  const kept = await library.call('readKept');
  toll.lost.push(...onlyMissing(findLost(kept.articles, model)).map((sentence) => `${when}: ${sentence}`));
  toll.half.push(...kept.halves);
  toll.duplicates.push(...kept.duplicates);
}

/** A save that failed may be there all the same: it was committed, and only its copy had no room. */
function onlyMissing(sentences: readonly string[]): string[] {
  return sentences.filter((sentence) => !sentence.endsWith('nobody saved it'));
}

async function fillAndFree(libraries: Libraries, full: SmallDisk, point: number, filling: Filling): Promise<void> {
  const library = () => libraries.all[0] as BenchLibrary;
  const first = point * 10_000;
  const before: Command[] = Array.from({ length: 10 }, (_, n) => ({ type: 'save', n: first + n, revision: 1 }));
  await library().call('runAll', before, Date.now());
  filling.model = before.reduce(after, filling.model);
  full.fillTo(LEFT[point % LEFT.length] ?? 0);
  for (const [place, size] of SIZES.entries()) {
    await saveUntilFull(library(), filling, first + 1_000 * (place + 1), size);
  }
  await judgeFull(libraries, filling, `point ${point}, full`, first);
  await libraries.restart();
  await judgeFull(libraries, filling, `point ${point}, full and restarted`, first);
  full.free();
  await saveUntilFull(library(), { ...filling, toll: { ...filling.toll, endless: [] } }, first + 9_000, 1_500);
  await libraries.restart();
  await tryToOpen(library());
  await libraries.restart();
  await judge(library(), filling, `point ${point}, after two restarts`);
  filling.toll.points += 1;
}

/** Plays with libraries that lie on the disk, and takes them and the ballast away again. */
async function onDisk(full: SmallDisk, before: string, play: (libraries: Libraries) => Promise<void>): Promise<void> {
  const profile = join(full.folder, 'profile');
  const libraries = await openLibraries({ count: 1, site, profile, before });
  try {
    await play(libraries);
  } finally {
    full.free();
    await libraries.close();
    rmSync(profile, { recursive: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Fills the disk under new libraries `points` times, beginning with the place `first` of `LEFT`. */
async function fillOften(full: SmallDisk, filling: Filling, points: number, first = 0, before = ''): Promise<void> {
  for (let done = 0; done < points; done += DISKS_OF_ONE_LIBRARY) {
    filling.model = EMPTY_MODEL;
    await onDisk(full, before, async (libraries) => {
      for (let point = done; point < Math.min(points, done + DISKS_OF_ONE_LIBRARY); point += 1) {
        await fillAndFree(libraries, full, first + point, filling);
      }
    });
  }
}

function filled(fault: string): Filling {
  return { toll: noToll(fault), model: EMPTY_MODEL, refused: 0, unreadable: [], tookMs: [], kinds: new Set() };
}

it(
  'says that the disk is full, stays readable, and loses nothing once there is room again',
  async () => {
    if (typeof disk === 'string') {
      console.warn(disk);
      expect(isLong, disk).toBe(false);
      return;
    }
    const filling = filled('disk full');
    await fillOften(disk, filling, pointsOf('disk full'));
    const { toll, refused, unreadable, tookMs, kinds } = filling;
    const [middle = 0, slowest = 0] = [0.5, 1].map(
      (share) => tookMs.sort((a, b) => a - b)[Math.ceil(refused * share) - 1],
    );
    console.log(
      `${refused} saves were refused (${[...kinds].join(', ')}), half of them within ${Math.round(middle)} ms, all within ${Math.round(slowest)} ms`,
    );
    expectNoLoss(toll);
    expect(unreadable).toEqual([]);
    expect(refused).toBeGreaterThan(toll.points);
    expect(middle).toBeLessThan(SAID_WITHIN_MS); // All of them on a machine that has nothing else to do.
  },
  PATIENCE_MS,
);

it(
  'would notice saves that count as done although the disk refused them',
  async () => {
    if (typeof disk === 'string') return;
    const filling = filled('control that ignores refusals: disk full');
    await fillOften(disk, filling, 1, LEFT.indexOf(1_500_000), DEAF);
    expectLoss(filling.toll);
  },
  PATIENCE_MS,
);

/** Upgrades a library of an older version on a full disk, and once more when there is room. */
async function upgradeFull(libraries: Libraries, full: SmallDisk, point: number, toll: Toll): Promise<void> {
  const library = () => libraries.all[0] as BenchLibrary;
  await libraries.session.stopBackground(); // It would open the library before the disk is full.
  await library().call('forgetCopy');
  await library().call('seedOlder', point % 2 === 0 ? 2 : 1);
  const was = await library().call('readKept');
  full.fillTo(LEFT[point % LEFT.length] ?? 0);
  await tryToOpen(library());
  await libraries.restart();
  await tryToOpen(library());
  await libraries.restart();
  full.free();
  await mustOpen(library(), toll, `point ${point}`);
  await libraries.restart();
  toll.lost.push(...differences(was, await library().call('readKept'), `point ${point}`));
  toll.acknowledged += Object.keys(was.articles).length;
  toll.points += 1;
}

it(
  'upgrades an older library once there is room, and loses nothing of it where the disk was full',
  async () => {
    if (typeof disk === 'string') return;
    const [full, toll] = [disk, noToll('disk full in an upgrade')];
    await onDisk(full, '', async (libraries) => {
      for (let point = 0; point < pointsOf('disk full in an upgrade'); point += 1) {
        await upgradeFull(libraries, full, point, toll);
      }
    });
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);
