import { setTimeout as delay } from 'node:timers/promises';
import type { SiteArticle } from '../../site/article.ts';
import type { Random } from '../../site/random.ts';
import { waitForText } from '../browser/by-role.ts';
import { showInTab } from '../e2e/article-tab.ts';
import { type InterruptedSave, refreshAndStop, saveAndStop } from '../e2e/interrupted-saves.ts';
import { pressSave, withPopup } from '../e2e/popup.ts';
import { readStored } from '../e2e/stored-library.ts';
import { countFaults, type SiteLibrary } from './site-library.ts';
import type { Toll } from './toll.ts';

/** What the moments were: how many saves were cut off, and how many of those had been committed. */
export interface Moments {
  interrupted: number;
  committed: number;
}

/** Stops the background at `points` moments of saves. */
export async function stopSaves(library: SiteLibrary, points: number, random: Random, toll: Toll): Promise<Moments> {
  const moments = { interrupted: 0, committed: 0 };
  const { session, publish, saveMs } = library;
  for (let point = 0; point < points; point += 1) {
    const article = publish();
    const interrupted = await saveAndStop(session, library.tab, article, { random, within: saveMs });
    await judge(library, article, interrupted, toll);
    if (interrupted.answers.length > 1) moments.interrupted += 1;
    if (interrupted.answers.length > 1 && interrupted.between.articles.length > 0) moments.committed += 1;
  }
  return moments;
}

/** Stops the background at `points` moments of refreshes, each of which finds new text. */
export async function stopRefreshes(library: SiteLibrary, points: number, random: Random, toll: Toll): Promise<void> {
  const { session, site, acknowledged, saveMs } = library;
  for (let point = 0; point < points; point += 1) {
    const known = random.pick([...acknowledged.keys()]);
    const article = site.update(known);
    await judge(library, article, await refreshAndStop(session, article, { random, within: saveMs }), toll);
  }
}

async function judge(
  { session, acknowledged }: SiteLibrary,
  article: SiteArticle,
  { answers, between }: InterruptedSave,
  toll: Toll,
): Promise<void> {
  const last = answers.at(-1) ?? 'no answer';
  toll.points += 1;
  const before = acknowledged.get(article.slug);
  const isAcknowledged = answers.length === 1 && last !== 'no answer';
  const isAsBefore = before !== undefined && between.bodies[0]?.articleBody === before.body_md;
  // It is as it was before or as it is now: half of each would be neither.
  const known = isAcknowledged ? [article] : isAsBefore ? [before] : between.articles.length > 0 ? [article] : [];
  countFaults(toll, between, known);
  if (['saved', 'updated', 'unchanged'].includes(last)) {
    acknowledged.set(article.slug, article);
    toll.acknowledged += 1;
    countFaults(toll, await readStored(session, article.slug), [article]);
  } else toll.endless.push(`${article.slug}: ${answers.join(', ')}`);
}

/** Stops the background at `points` moments after the popup's button was pressed; the popup must come to say “Saved”. */
export async function stopUnderPopups(library: SiteLibrary, points: number, random: Random, toll: Toll): Promise<void> {
  const { session, publish, acknowledged, saveMs } = library;
  for (let point = 0; point < points; point += 1) {
    const article = publish();
    await showInTab(session, library.tab, article.slug);
    await withPopup(session, library.tab, async (popup) => {
      await pressSave(popup);
      await delay(random.next() * saveMs);
      await session.stopBackground();
      const isTold = await waitForText(popup, 'status', 'Saved').then(
        () => true,
        () => false,
      );
      if (!isTold) toll.endless.push(`the popup never said that ${article.slug} is saved`);
    });
    toll.points += 1;
    toll.acknowledged += 1;
    acknowledged.set(article.slug, article);
  }
}
