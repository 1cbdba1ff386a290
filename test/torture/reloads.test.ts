import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArticleTab, saveInTab } from '../support/e2e/article-tab.ts';
import { outcomeOf } from '../support/e2e/play-faults.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import {
  closeSiteLibrary,
  countAllFaults,
  openSiteLibrary,
  type SiteLibrary,
} from '../support/torture/site-library.ts';
import { expectNoLoss, noToll } from '../support/torture/toll.ts';

/** The extension is loaded again, as an update does it, while ten tabs of the site have its old content script in them. */

const TABS = 10;

let library: SiteLibrary;

beforeAll(async () => {
  library = await openSiteLibrary('chromium', 31);
});

afterAll(() => closeSiteLibrary(library));

it(
  'leaves no error in any page and loses nothing when it is loaded again while tabs are open',
  async () => {
    const toll = noToll('extension reloaded');
    const { session, publish, acknowledged } = library;
    const tabs = await Promise.all(Array.from({ length: TABS }, () => openArticleTab(session, publish().slug)));
    for (let point = 0; point < pointsOf('extension reloaded'); point += 1) {
      await session.browser.installExtension(resolve('.output/chrome-mv3'));
      const article = publish();
      const tab = tabs[point % TABS] ?? library.tab;
      await tab.page.bringToFront();
      const asked = await saveInTab(session, tab, article.slug);
      if (outcomeOf(asked) === 'saved') acknowledged.set(article.slug, article);
      else toll.endless.push(`${article.slug}: ${outcomeOf(asked)}`);
      toll.points += 1;
    }
    toll.acknowledged = acknowledged.size;
    await countAllFaults(toll, library);
    expectNoLoss(toll);
    expect(await session.errors()).toEqual([]);
  },
  PATIENCE_MS,
);
