import type { Source } from '../../../core/article/article.ts';
import type { SaveAnswer } from '../../../core/protocol.ts';
import { SEED_SLUG } from '../../site/article.ts';
import type { DemoSite } from '../../site/demo-site.ts';
import { generatedArticle } from '../../site/generated-articles.ts';
import { parseArticlePath } from '../../site/routes.ts';
import type { Session } from '../browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab, saveInTab, showInTab } from './article-tab.ts';
import { FAST_PLAYS, type FaultPlay, SLOW_PLAYS } from './fault-cases.ts';
import { readLibrary, type StoredLibrary } from './stored-library.ts';

/** What came of one fault. */
export interface Played {
  readonly outcome: string;
  /** From the request to the answer. */
  readonly milliseconds: number;
}

export interface PlayedFaults {
  readonly before: StoredLibrary;
  readonly after: StoredLibrary;
  readonly bySlug: ReadonlyMap<string, Played>;
  readonly tab: ArticleTab;
}

/** An answer in one or two words. */
export function outcomeOf(answer: SaveAnswer | undefined): string {
  if (answer === undefined) return 'no answer';
  if (!answer.ok) return answer.problem.kind;
  return answer.value.outcome === 'queued' ? `queued: ${answer.value.problem.kind}` : answer.value.outcome;
}

/** Plays every fault, each on an article of its own: the slow ones at once, meanwhile the fast ones one after another. */
export async function playFaults(session: Session, site: DemoSite): Promise<PlayedFaults> {
  const plays: readonly FaultPlay[] = [...SLOW_PLAYS, ...FAST_PLAYS];
  for (const [index, { slug }] of plays.entries()) site.addArticle({ ...generatedArticle(index, 7), slug });
  const tab = await openArticleTab(session, SEED_SLUG);
  for (const { slug } of plays.filter(({ kept }) => kept)) {
    await saveInTab(session, tab, slug);
    site.update(slug);
  }
  const before = await readLibrary(session);
  for (const play of plays) strike(site, play);

  const bySlug = new Map<string, Played>();
  const play = async (one: FaultPlay, answer: Promise<SaveAnswer | undefined>) => {
    const start = performance.now();
    bySlug.set(one.slug, { outcome: outcomeOf(await answer), milliseconds: performance.now() - start });
  };
  const slow: Promise<void>[] = [];
  for (const one of SLOW_PLAYS) {
    await prepare(session, tab, one);
    slow.push(play(one, ask(session, tab, one)));
    await wasAsked(site, one.slug);
  }
  for (const one of FAST_PLAYS) {
    await prepare(session, tab, one);
    await play(one, ask(session, tab, one));
  }
  await Promise.all(slow);
  return { before, after: await readLibrary(session), bySlug, tab };
}

function strike(site: DemoSite, { slug, fault, struck, dress }: FaultPlay): void {
  if (dress !== undefined) site.dress(slug, dress);
  site.fault(({ path }) => {
    const named = parseArticlePath(path);
    return named?.slug === slug && struck.includes((named.suffix ?? 'inline') as Source);
  }, fault);
}

async function prepare(session: Session, tab: ArticleTab, { kept, slug }: FaultPlay): Promise<void> {
  if (!kept) await showInTab(session, tab, slug);
}

/** A saved article is asked for as the reader's button does, any other as the popup's does. */
function ask(session: Session, tab: ArticleTab, { kept, slug }: FaultPlay): Promise<SaveAnswer | undefined> {
  return askBackground(session, kept ? { type: 'refresh-article', slug } : { type: 'save-tab', tabId: tab.id });
}

async function wasAsked(site: DemoSite, slug: string): Promise<void> {
  const isAsked = () => site.requests.slice(-20).some(({ path }) => path === `/news/${slug}.jsonld`);
  for (const deadline = Date.now() + 10_000; !isAsked(); await new Promise((resolve) => setImmediate(resolve))) {
    if (Date.now() > deadline) throw new Error(`The site was never asked for ${slug}`);
  }
}
