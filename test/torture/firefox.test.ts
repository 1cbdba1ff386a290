import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { openArticleTab } from '../support/e2e/article-tab.ts';
import { saveUntilKilled } from '../support/e2e/interrupted-saves.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  closeSiteLibrary,
  countAllFaults,
  openSiteLibrary,
  type SiteLibrary,
} from '../support/torture/site-library.ts';
import { stopSaves, stopUnderPopups } from '../support/torture/stops.ts';
import { expectNoLoss, noToll } from '../support/torture/toll.ts';

/** The same in Firefox, whose background is an event page and whose IndexedDB lies in SQLite. */

const LONGEST_MS = 400;

const random = printedRandom('Firefox');
let library: SiteLibrary;

beforeAll(async () => {
  library = await openSiteLibrary('firefox', 21);
});

afterAll(() => closeSiteLibrary(library));

it(
  'loses and halves nothing when the background is suspended at any moment of a save',
  async () => {
    const toll = noToll('background stopped in Firefox');
    const { interrupted } = await stopSaves(library, pointsOf('background stopped in Firefox'), random, toll);
    await stopUnderPopups(library, 2, random, toll);
    await countAllFaults(toll, library);
    expectNoLoss(toll);
    expect(interrupted).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

it(
  'loses and halves nothing when Firefox is killed at any moment while it saves',
  async () => {
    const toll = noToll('Firefox killed');
    const { session, publish, acknowledged } = library;
    for (let kill = 0; kill < pointsOf('Firefox killed'); kill += 1) {
      const saved: SiteArticle[] = await saveUntilKilled(session, library.tab, publish, random.next() * LONGEST_MS);
      for (const article of saved) acknowledged.set(article.slug, article);
      toll.acknowledged += saved.length;
      toll.points += 1;
      await session.restart();
      await countAllFaults(toll, library);
      library.tab = await openArticleTab(session, SEED_SLUG);
    }
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);
