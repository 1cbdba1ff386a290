import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { alterExtension } from '../support/attacks/altered-extension.ts';
import { openArticleTab } from '../support/e2e/article-tab.ts';
import { saveUntilKilled } from '../support/e2e/interrupted-saves.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { HASTY } from '../support/torture/broken-builds.ts';
import { inPortions, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  closeSiteLibrary,
  countAllFaults,
  openSiteLibrary,
  type SiteLibrary,
} from '../support/torture/site-library.ts';
import { stopSaves, stopUnderPopups } from '../support/torture/stops.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/** The same in Firefox, whose background is an event page and whose IndexedDB lies in SQLite. */

const LONGEST_MS = 400;

/** After so many stops, and after so many kills, the library begins anew. */
const STOPS_OF_ONE_LIBRARY = 250;
const KILLS_OF_ONE_LIBRARY = 20;

const random = printedRandom('Firefox');
let library: SiteLibrary;

beforeAll(async () => {
  library = await openSiteLibrary('firefox', 21);
});

afterAll(() => closeSiteLibrary(library));

async function renew(): Promise<void> {
  await closeSiteLibrary(library);
  library = await openSiteLibrary('firefox', 21);
}

it(
  'loses and halves nothing when the background is suspended at any moment of a save',
  async () => {
    const toll = noToll('background stopped in Firefox');
    let cutOff = 0;
    await inPortions(pointsOf('background stopped in Firefox'), STOPS_OF_ONE_LIBRARY, renew, async (points) => {
      const { interrupted } = await stopSaves(library, points, random, toll);
      cutOff += interrupted;
      await stopUnderPopups(library, 2, random, toll);
      await countAllFaults(toll, library);
    });
    expectNoLoss(toll);
    expect(cutOff).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

async function killOften(killed: SiteLibrary, kills: number, toll: Toll): Promise<void> {
  const { session, publish, acknowledged } = killed;
  for (let kill = 0; kill < kills; kill += 1) {
    const saved: SiteArticle[] = await saveUntilKilled(session, killed.tab, publish, random.next() * LONGEST_MS);
    for (const article of saved) acknowledged.set(article.slug, article);
    toll.acknowledged += saved.length;
    toll.points += 1;
    await session.restart();
    await countAllFaults(toll, killed);
    killed.tab = await openArticleTab(session, SEED_SLUG);
  }
}

it(
  'loses and halves nothing when Firefox is killed at any moment while it saves',
  async () => {
    const toll = noToll('Firefox killed');
    await inPortions(pointsOf('Firefox killed'), KILLS_OF_ONE_LIBRARY, renew, (points) =>
      killOften(library, points, toll),
    );
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it('would notice a background that answers before its transaction is complete', async () => {
  const extension = alterExtension({ of: 'firefox', before: { 'background.js': HASTY } });
  const hasty = await openSiteLibrary('firefox', 22, extension);
  try {
    const toll = noToll('control that answers before the commit: background stopped in Firefox');
    for (let point = 0; toll.lost.length === 0 && point < 20; point += 1) await stopSaves(hasty, 1, random, toll);
    expectLoss(toll);
  } finally {
    await closeSiteLibrary(hasty);
    rmSync(extension, { recursive: true });
  }
});
