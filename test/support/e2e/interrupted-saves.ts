import { setTimeout as delay } from 'node:timers/promises';
import type { PageRequest } from '../../../core/protocol.ts';
import type { SiteArticle } from '../../site/article.ts';
import type { DemoSite } from '../../site/demo-site.ts';
import { generatedArticle } from '../../site/generated-articles.ts';
import type { Random } from '../../site/random.ts';
import type { Session } from '../browser/session.ts';
import { type ArticleTab, askBackground, saveInTab, showInTab } from './article-tab.ts';
import { outcomeOf } from './play-faults.ts';
import { readStored, type StoredLibrary } from './stored-library.ts';

/** How often a page asks again, as `services/send.ts` does. */
const TRIES = 3;

/** A save that was cut off. */
export interface InterruptedSave {
  /** The answers in order; only the last can be one of the background's. */
  readonly answers: readonly string[];
  /** What was stored of the article after the stop, before anyone asked again. */
  readonly between: StoredLibrary;
}

/** Publishes a new article for every save, numbered on, so that no save can hide behind an earlier one. */
export function createPublisher(site: DemoSite, seed: number): () => SiteArticle {
  let index = 0;
  return () => {
    const article = generatedArticle(index, seed);
    index += 1;
    site.addArticle(article);
    return article;
  };
}

/** When the background is stopped. */
export interface StopAt {
  readonly random: Random;
  /** At most so many milliseconds after it was asked. */
  readonly within: number;
}

/** Asks for a save, stops the background meanwhile, and asks again until there is an answer. */
export async function saveAndStop(
  session: Session,
  tab: ArticleTab,
  { slug }: SiteArticle,
  stop: StopAt,
): Promise<InterruptedSave> {
  await showInTab(session, tab, slug);
  return askAndStop(session, { type: 'save-tab', tabId: tab.id }, slug, stop);
}

/** Asks for the newest version of a saved article, stops the background meanwhile, and asks again until there is an answer. */
export function refreshAndStop(session: Session, { slug }: SiteArticle, stop: StopAt): Promise<InterruptedSave> {
  return askAndStop(session, { type: 'refresh-article', slug }, slug, stop);
}

async function askAndStop(
  session: Session,
  request: PageRequest,
  slug: string,
  { random, within }: StopAt,
): Promise<InterruptedSave> {
  const ask = async () => outcomeOf(await askBackground(session, request));
  const first = ask();
  await delay(random.next() * within);
  await session.stopBackground();
  const answers = [await first];
  const between = await readStored(session, slug);
  while (answers.at(-1) === 'no answer' && answers.length < TRIES) answers.push(await ask());
  return { answers, between };
}

/**
 * Saves article after article, kills the browser `afterMs` after the first of them was acknowledged, and gives all that
 * were acknowledged.
 */
export async function saveUntilKilled(
  session: Session,
  tab: ArticleTab,
  publish: () => SiteArticle,
  afterMs: number,
): Promise<SiteArticle[]> {
  const acknowledged: SiteArticle[] = [];
  let isKilled = false;
  const saveNext = async () => {
    const article = publish();
    const outcome = outcomeOf(await saveInTab(session, tab, article.slug));
    if (outcome === 'saved') acknowledged.push(article);
    else if (!isKilled) throw new Error(`${article.slug} was not saved: ${outcome}`);
  };
  const saveOn = async () => {
    while (!isKilled) await saveNext();
  };
  await saveNext();
  const ended = saveOn().catch((error: unknown) => {
    if (!isKilled) throw error;
  });
  await delay(afterMs);
  isKilled = true;
  await session.kill();
  await Promise.race([ended, delay(1_000)]); // Firefox leaves the last question without an answer.
  return acknowledged;
}
