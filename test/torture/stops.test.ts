import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alterExtension } from '../support/attacks/altered-extension.ts';
import { findLibraryFaults, findLostSaves } from '../support/e2e/library-faults.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { breakStore, readLibrary } from '../support/e2e/stored-library.ts';
import { HASTY } from '../support/torture/broken-builds.ts';
import { inPortions, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  closeSiteLibrary,
  countAllFaults,
  openSiteLibrary,
  type SiteLibrary,
} from '../support/torture/site-library.ts';
import { stopRefreshes, stopSaves, stopUnderPopups } from '../support/torture/stops.ts';
import { expectLoss, expectNoLoss, noToll } from '../support/torture/toll.ts';

/**
 * Whenever the background is stopped: what was acknowledged is there and whole, nothing is there by half or twice, and
 * whoever asked gets one answer by asking again. The moments are random, the check is the same each time.
 */

/** After so many stops the library begins anew. */
const STOPS_OF_ONE_LIBRARY = 250;

const random = printedRandom('stops');
let library: SiteLibrary;

beforeAll(async () => {
  library = await openSiteLibrary('chromium', 11);
});

async function renew(): Promise<void> {
  await closeSiteLibrary(library);
  library = await openSiteLibrary('chromium', 11);
}

afterAll(() => closeSiteLibrary(library));

it(
  'loses and halves nothing when the background is stopped at any moment of a save',
  async () => {
    const toll = noToll('background stopped in a save');
    const all = { interrupted: 0, committed: 0 };
    await inPortions(pointsOf('background stopped in a save'), STOPS_OF_ONE_LIBRARY, renew, async (points) => {
      const { interrupted, committed } = await stopSaves(library, points, random, toll);
      all.interrupted += interrupted;
      all.committed += committed;
      await countAllFaults(toll, library);
    });
    expectNoLoss(toll);
    console.log(`${all.interrupted} of ${toll.points} saves were cut off, ${all.committed} after the commit`);
    // Were the stops always too early or too late, this test would prove nothing.
    expect(all.interrupted).toBeGreaterThan(toll.points / 10);
  },
  PATIENCE_MS,
);

it(
  'loses and halves nothing when the background is stopped at any moment of a refresh',
  async () => {
    const toll = noToll('background stopped in a refresh');
    await inPortions(pointsOf('background stopped in a refresh'), STOPS_OF_ONE_LIBRARY, renew, async (points) => {
      await stopRefreshes(library, points, random, toll);
      await countAllFaults(toll, library);
    });
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it(
  'ends with “Saved” in the popup when the background is stopped',
  async () => {
    const toll = noToll('background stopped under the popup');
    await stopUnderPopups(library, pointsOf('background stopped under the popup'), random, toll);
    await countAllFaults(toll, library);
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it('would notice half an article, a stray body and a lost save', async () => {
  const acknowledged = [...library.acknowledged.values()];
  const [half, stray, lost] = acknowledged.map(({ slug }) => slug) as [string, string, string];
  await breakStore(library.session, 'bodies', half);
  await breakStore(library.session, 'articles', stray);
  for (const store of ['articles', 'bodies'] as const) await breakStore(library.session, store, lost);
  const stored = await readLibrary(library.session);
  expect(findLostSaves(stored, acknowledged)).toEqual([
    `${half} was acknowledged and is not whole`,
    `${stray} was acknowledged and is not there`,
    `${lost} was acknowledged and is not there`,
  ]);
  expect(findLibraryFaults(stored)).toEqual(
    expect.arrayContaining([`${half} has no body`, `a body of ${stray} without its article`]),
  );
});

it('would notice a background that answers before its transaction is complete', async () => {
  const extension = alterExtension({ before: { 'background.js': HASTY } });
  const hasty = await openSiteLibrary('chromium', 12, extension);
  try {
    const toll = noToll('control that answers before the commit: background stopped in a save');
    await stopSaves(hasty, 12, random, toll);
    expectLoss(toll);
  } finally {
    await closeSiteLibrary(hasty);
    rmSync(extension, { recursive: true });
  }
});
