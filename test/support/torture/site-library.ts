import { SEED_SLUG, type SiteArticle } from '../../site/article.ts';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import type { BrowserName } from '../browser/executables.ts';
import { launchBrowser, type Session } from '../browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab, showInTab } from '../e2e/article-tab.ts';
import { createPublisher } from '../e2e/interrupted-saves.ts';
import { findDoubles, findHalves, findLostSaves } from '../e2e/library-faults.ts';
import { readLibrary, type StoredLibrary } from '../e2e/stored-library.ts';
import type { Toll } from './toll.ts';

/** A browser with the extension, the demo site, and every article whose save or refresh was acknowledged, as it was then. */
export interface SiteLibrary {
  readonly site: DemoSite;
  readonly session: Session;
  tab: ArticleTab;
  /** By slug. */
  readonly acknowledged: Map<string, SiteArticle>;
  /** Publishes an article that nobody has saved. */
  readonly publish: () => SiteArticle;
  /** How long a save takes here. */
  readonly saveMs: number;
}

/** Stops come while a save runs: as long as one takes here, at least so long as it takes on a quick machine. */
const LEAST_SAVE_MS = 25;

export async function openSiteLibrary(name: BrowserName, seed: number, extension?: string): Promise<SiteLibrary> {
  const site = await startDemoSite();
  const session = await launchBrowser(name, { site, ...(extension !== undefined && { extension }) });
  const publish = createPublisher(site, seed);
  const tab = await openArticleTab(session, SEED_SLUG);
  const acknowledged = new Map<string, SiteArticle>();
  const times: number[] = [];
  for (let warmUp = 0; warmUp < 5; warmUp += 1) {
    const article = publish();
    await showInTab(session, tab, article.slug);
    const start = performance.now();
    const answer = await askBackground(session, { type: 'save-tab', tabId: tab.id });
    times.push(performance.now() - start);
    if (answer?.ok) acknowledged.set(article.slug, article);
  }
  const saveMs = Math.max(LEAST_SAVE_MS, Math.min(...times));
  return { site, session, tab, publish, saveMs, acknowledged };
}

/** Counts what of `acknowledged` is lost, and what is there by half or twice. */
export function countFaults(toll: Toll, stored: StoredLibrary, acknowledged: Iterable<SiteArticle>): void {
  toll.lost.push(...findLostSaves(stored, acknowledged));
  toll.half.push(...findHalves(stored));
  toll.duplicates.push(...findDoubles(stored));
}

/** As `countFaults`, of the whole library. */
export async function countAllFaults(toll: Toll, { session, acknowledged }: SiteLibrary): Promise<void> {
  countFaults(toll, await readLibrary(session), acknowledged.values());
}

export async function closeSiteLibrary(library: SiteLibrary | undefined): Promise<void> {
  await library?.session.close();
  await library?.site.stop();
}
