import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { OLDER_VERSIONS, type OlderVersion } from '../support/torture/bench/older-library.ts';
import type { UpgradeOutcome } from '../support/torture/bench/points.ts';
import type { KeptLibrary } from '../support/torture/bench/raw-library.ts';
import { FAULTS, type StorageFault } from '../support/torture/bench/storage-calls.ts';
import { HALVED } from '../support/torture/broken-builds.ts';
import { EVERY_CALL, isLong, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { type BenchLibrary, type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { differences } from '../support/torture/same-library.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/** The database of another version of the product is opened: cut off anywhere, held by older tabs, or newer than this one. */

const random = printedRandom('upgrades');
let site: DemoSite;
let libraries: Libraries;

beforeAll(async () => {
  site = await startDemoSite();
  libraries = await openLibraries({ count: 1, site });
  await libraries.session.stopBackground(); // It would open the library whenever it is taken from it.
});

afterAll(async () => {
  await libraries?.close();
  await site?.stop();
});

const library = (): BenchLibrary => {
  const [one] = libraries.all;
  if (one === undefined) throw new Error('There is no library');
  return one;
};

function judge({ answer, before, cut, upgraded, restored }: UpgradeOutcome, where: string, toll: Toll): void {
  toll.points += 1;
  if (answer?.ok) toll.acknowledged += Object.keys(before.articles).length;
  expect(Object.keys(before.articles).length).toBeGreaterThan(3);
  for (const [when, now] of Object.entries({ cut, upgraded, restored })) {
    toll.lost.push(...differences(before, now, `${where}, ${when}`));
  }
}

/** Lets call after call of an upgrade go wrong, until it ends before their turn comes, or until something is lost. */
async function playAll({ call }: BenchLibrary, version: OlderVersion, fault: StorageFault, toll: Toll): Promise<void> {
  for (let point = 1 + random.below(EVERY_CALL), isOver = false; !isOver; point += EVERY_CALL) {
    const outcome = await call('playUpgrade', version, point, fault);
    judge(outcome, `call ${point}, ${fault}`, toll);
    isOver = outcome.calls < point || toll.lost.length > 0;
  }
}

const CUTS = FAULTS.filter((fault) => isLong || fault === 'stop before');

it.each(OLDER_VERSIONS.flatMap((version) => CUTS.map((fault) => ({ version, fault }))))(
  'finds everything whichever storage call of the upgrade from version $version goes wrong: $fault',
  async ({ version, fault }) => {
    const toll = noToll(`every call of the upgrade from version ${version}: ${fault}`);
    await playAll(library(), version, fault, toll);
    expectNoLoss(toll);
    expect(toll.points).toBeGreaterThan(5);
  },
  PATIENCE_MS,
);

it(
  'would notice an upgrade that is made in two halves',
  async () => {
    const toll = noToll('control in two halves: every call of the upgrade from version 2');
    const halved = await openLibraries({ count: 1, site, before: HALVED });
    try {
      await halved.session.stopBackground();
      await playAll(halved.all[0] as BenchLibrary, 2, 'stop before', toll);
    } finally {
      await halved.close();
    }
    expectLoss(toll);
  },
  PATIENCE_MS,
);

async function waitForWords(page: Page, words: string): Promise<void> {
  await page
    .waitForFunction((text) => document.body.innerText.includes(text), { timeout: 30_000 }, words)
    .catch(async (error: unknown) => {
      throw new Error(`the page never said “${words}”, only: ${await page.evaluate(() => document.body.innerText)}`, {
        cause: error,
      });
    });
}

async function seedAnew(version: OlderVersion): Promise<KeptLibrary> {
  await libraries.session.stopBackground();
  await library().call('forgetCopy');
  await library().call('seedOlder', version);
  return library().call('readKept');
}

it(
  'finds everything when the browser is killed while it upgrades',
  async () => {
    const toll = noToll('browser killed in an upgrade');
    for (let point = 0; point < pointsOf('browser killed in an upgrade'); point += 1) {
      const before = await seedAnew(point % 2 === 0 ? 1 : 2);
      const opening = library()
        .call('runAll', [{ type: 'open' }], 0)
        .catch(() => null);
      await delay(random.next() * 60);
      await libraries.restart(() => {}, 'kill');
      await opening;
      await library().call('runAll', [{ type: 'open' }], 0);
      toll.points += 1;
      toll.lost.push(...differences(before, await library().call('readKept'), `point ${point}`));
    }
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it('upgrades at once while five tabs of the older build have the database open, for they let go of it', async () => {
  const before = await seedAnew(2);
  const tabs = await Promise.all(Array.from({ length: 5 }, () => libraries.session.openExtensionPage('torture.html')));
  for (const tab of tabs) {
    await tab.evaluate(() =>
      (globalThis as unknown as { bench: { holdOpen(is: boolean): Promise<void> } }).bench.holdOpen(false),
    );
  }
  const start = performance.now();
  const [opened] = await library().call('runAll', [{ type: 'open' }], 0);
  expect(opened).toMatchObject({ ok: true });
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(differences(before, await library().call('readKept'), 'upgraded')).toEqual([]);
  await Promise.all(tabs.map((tab) => tab.close()));
});

it('says that an older tab keeps the library when that does not let go, and opens it when it does', async () => {
  const before = await seedAnew(2);
  await library().call('holdOpen', true);
  const page = await libraries.session.openExtensionPage('library.html#/');
  await waitForWords(page, 'Another Offprint page holds the library');
  await library().call('letGo');
  await waitForWords(page, Object.values(before.articles).find(({ isBinned }) => !isBinned)?.headline ?? '');
  await page.close();
  expect(differences(before, await library().call('readKept'), 'upgraded')).toEqual([]);
});

it('says that the library is of a newer version on every page, and deletes nothing', async () => {
  await seedAnew(2);
  await library().call('makeNewer');
  for (const path of ['library.html#/', 'popup.html']) {
    const page = await libraries.session.openExtensionPage(path);
    await waitForWords(page, 'A newer version of Offprint made this library');
    await page.close();
  }
  const [saved] = await library().call('runAll', [{ type: 'save', n: 1, revision: 1 }], 0);
  expect(saved).toMatchObject({ ok: false, problem: { kind: 'database-newer' } });
  expect(await library().call('hasFuture')).toBe(true);
});
