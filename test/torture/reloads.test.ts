import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { it } from 'vitest';
import { alterExtension } from '../support/attacks/altered-extension.ts';
import { type ArticleTab, openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { outcomeOf } from '../support/e2e/play-faults.ts';
import { RESTLESS } from '../support/torture/broken-builds.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  closeSiteLibrary,
  countAllFaults,
  openSiteLibrary,
  type SiteLibrary,
} from '../support/torture/site-library.ts';
import { expectErrors, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/** The extension is loaded again, as an update does it, while ten tabs of the site have its old content script in them. */

const TABS = 10;
const BUILT = '.output/chrome-mv3';

/** Loads the extension in the folder again `points` times, and saves in one of ten old tabs each time. */
async function reloadOften(extension: string, points: number, toll: Toll): Promise<void> {
  const library = await openSiteLibrary('chromium', 31, extension);
  try {
    const { session, publish, acknowledged } = library;
    const tabs = await Promise.all(Array.from({ length: TABS }, () => openArticleTab(session, publish().slug)));
    for (let point = 0; point < points; point += 1) {
      await session.browser.installExtension(resolve(extension));
      await saveOnce(library, tabs[point % TABS] ?? library.tab, toll);
      toll.points += 1;
    }
    toll.acknowledged = acknowledged.size;
    await countAllFaults(toll, library);
    toll.errors.push(...(await session.errors()).map(({ where, text }) => `${where}: ${text}`));
  } finally {
    await closeSiteLibrary(library);
  }
}

async function saveOnce({ session, publish, acknowledged }: SiteLibrary, tab: ArticleTab, toll: Toll): Promise<void> {
  const article = publish();
  await tab.page.bringToFront();
  const outcome = outcomeOf(await saveInTab(session, tab, article.slug));
  if (outcome === 'saved') acknowledged.set(article.slug, article);
  else toll.endless.push(`${article.slug}: ${outcome}`);
}

it(
  'leaves no error in any page and loses nothing when it is loaded again while tabs are open',
  async () => {
    const toll = noToll('extension reloaded');
    await reloadOften(BUILT, pointsOf('extension reloaded'), toll);
    expectNoLoss(toll);
  },
  PATIENCE_MS,
);

it('would notice a content script that does not go quiet', async () => {
  const toll = noToll('control that does not go quiet: extension reloaded');
  const extension = alterExtension({ before: { 'content-scripts/content.js': RESTLESS } });
  try {
    await reloadOften(extension, 1, toll);
  } finally {
    rmSync(extension, { recursive: true });
  }
  expectErrors(toll);
});
