import type { SiteArticle } from './article.ts';
import { type Answer, answerWith, redirectTo } from './response.ts';
import { articleAnswer, parseArticlePath } from './routes.ts';

/**
 * Every host that is not the site. It hands back redirects, and serves any article's address with its own words and
 * open CORS: bytes that must never be found in a library.
 */

/** What every foreign article says. */
export const FOREIGN_WORDS = 'This text came from another host.';

/** The answer of a foreign host for a path. */
export function foreignAnswer(path: string, articles: ReadonlyMap<string, SiteArticle>): Answer {
  const url = new URL(path, 'https://foreign.invalid');
  const back = url.pathname === '/back' ? url.searchParams.get('to') : null;
  if (back !== null) return redirectTo(back);
  const named = parseArticlePath(url.pathname);
  const article = named === null ? undefined : articles.get(named.slug);
  if (article === undefined) return { ...answerWith('text/plain; charset=utf-8', FOREIGN_WORDS), headers: OPEN };
  const forged = { ...article, title: FOREIGN_WORDS, summary: FOREIGN_WORDS, body_md: FOREIGN_WORDS };
  return { ...articleAnswer(forged, named?.suffix, 'plain'), headers: OPEN };
}

const OPEN = { 'access-control-allow-origin': '*' };
