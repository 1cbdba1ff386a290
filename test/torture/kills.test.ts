import { rmSync } from 'node:fs';
import { afterAll, beforeAll, it } from 'vitest';
import { SEED_SLUG, type SiteArticle } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { openArticleTab } from '../support/e2e/article-tab.ts';
import { createPublisher, saveUntilKilled } from '../support/e2e/interrupted-saves.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { readLibrary } from '../support/e2e/stored-library.ts';
import { HASTY } from '../support/torture/broken-builds.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { createPageWriter } from '../support/torture/page-writer.ts';
import { copyFolder } from '../support/torture/profile-files.ts';
import { countFaults } from '../support/torture/site-library.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/**
 * Every process of the browser is killed at once, while the background saves one article after another and a page
 * changes others: what either was told is there after the next start, whole and once.
 */

/** After so many kills the library begins anew, for to read it all takes longer the more is in it. */
const KILLS_OF_ONE_LIBRARY = 20;
const LONGEST_MS = 400;

const random = printedRandom('kills');
let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});

afterAll(() => site?.stop());

/** Kills the browser `kills` times at random moments, and counts after each what is lost. */
async function killOften(
  libraries: Libraries,
  kills: number,
  seed: number,
  toll: Toll,
  meanwhile: (id: string) => void = () => {},
): Promise<void> {
  const { session } = libraries;
  const publish = createPublisher(site, seed);
  const saved: SiteArticle[] = [];
  const writer = createPageWriter(random, toll);
  const library = () => {
    const [one] = libraries.all;
    if (one === undefined) throw new Error('There is no library');
    return one;
  };
  for (let kill = 0; kill < kills; kill += 1) {
    const tab = await openArticleTab(session, SEED_SLUG);
    const writing = writer.writeOn(library());
    saved.push(...(await saveUntilKilled(session, tab, publish, random.next() * LONGEST_MS)));
    await writing;
    await libraries.restart(() => meanwhile(library().id));
    toll.points += 1;
    writer.judge(await library().call('readKept'));
    countFaults(toll, await readLibrary(session), saved);
  }
  toll.acknowledged += saved.length;
}

it(
  'loses and halves nothing when the browser is killed at any moment',
  async () => {
    const toll = noToll('browser killed');
    const kills = pointsOf('browser killed');
    for (let done = 0; done < kills; done += KILLS_OF_ONE_LIBRARY) {
      const libraries = await openLibraries({ count: 1, site });
      try {
        await killOften(libraries, Math.min(KILLS_OF_ONE_LIBRARY, kills - done), 100 + done, toll);
      } finally {
        await libraries.close();
      }
    }
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it('would notice writes that are acknowledged before they are complete, where there is no second copy of them', async () => {
  const toll = noToll('control that answers before the commit: browser killed');
  const libraries = await openLibraries({ count: 1, site, before: HASTY });
  try {
    const takeCopy = (id: string) => rmSync(copyFolder(libraries.profile, id), { recursive: true });
    for (let kill = 0; toll.lost.length === 0 && kill < 10; kill += 1) {
      await killOften(libraries, 1, 1_000 + kill, toll, takeCopy);
    }
  } finally {
    await libraries.close();
  }
  expectLoss(toll);
});
