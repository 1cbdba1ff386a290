import type { SiteArticle } from './article.ts';
import { nativeRecord } from './article.ts';
import { renderNewsPage, renderTopicPage, renderTopicsPage } from './listing.ts';
import { renderArticlePage, renderPage } from './page.ts';
import { type Answer, answerWith } from './response.ts';
import { renderMarkdown, renderText } from './text-alternates.ts';
import { renderJsonLd, type VariantName } from './variants.ts';

/** What the routes read: the articles by slug in order of publication, and how `.jsonld` is dressed for each. */
export interface SiteContent {
  readonly articles: ReadonlyMap<string, SiteArticle>;
  readonly variantOf: (slug: string) => VariantName;
}

const HTML = 'text/html; charset=utf-8';
const ARTICLE_PATH = /^\/news\/([^/.]+)(?:\.([a-z]+))?\/?$/;

const NOT_FOUND: Answer = {
  ...answerWith(HTML, renderPage('404', '<main><h1>404</h1><p>cat: no such file or directory</p></main>')),
  status: 404,
};

/** The answer for one representation of an article: its page, or the alternate with `suffix`. */
export function articleAnswer(article: SiteArticle, suffix: string | undefined, variant: VariantName): Answer {
  switch (suffix) {
    case undefined:
      return answerWith(HTML, renderArticlePage(article));
    case 'jsonld':
      return answerWith('application/ld+json; charset=utf-8', renderJsonLd(article, variant));
    case 'json':
      return answerWith('application/json', JSON.stringify(nativeRecord(article)));
    case 'md':
      return answerWith('text/markdown; charset=utf-8', renderMarkdown(article));
    case 'txt':
      return answerWith('text/plain; charset=utf-8', renderText(article));
    default:
      return NOT_FOUND;
  }
}

/** The slug and suffix a path names, or null when it is no article's path. */
export function parseArticlePath(path: string): { slug: string; suffix: string | undefined } | null {
  const [, slug, suffix] = ARTICLE_PATH.exec(path) ?? [];
  return slug === undefined ? null : { slug, suffix };
}

/** The right answer for a path of the site (its query does not matter). */
export function route(pathAndQuery: string, { articles, variantOf }: SiteContent): Answer {
  const path = pathAndQuery.split('?')[0] ?? '/';
  const named = parseArticlePath(path);
  if (named !== null) {
    const article = articles.get(named.slug);
    return article === undefined ? NOT_FOUND : articleAnswer(article, named.suffix, variantOf(named.slug));
  }
  const all = [...articles.values()];
  if (path === '/') return answerWith(HTML, renderNewsPage('Latest news', all));
  if (path === '/news' || path === '/news/') return answerWith(HTML, renderNewsPage('News', all));
  if (path === '/topics') return answerWith(HTML, renderTopicsPage(all));
  const topic = /^\/topics\/([a-z0-9-]+)$/.exec(path)?.[1];
  const page = topic === undefined ? null : renderTopicPage(topic, all);
  return page === null ? NOT_FOUND : answerWith(HTML, page);
}
