import type { SiteArticle } from './article.ts';
import { labelOf } from './news-article.ts';
import { escapeHtml, renderPage } from './page.ts';

const LONGEST_LIST = 200;

function articleList(articles: readonly SiteArticle[]): string {
  const items = articles
    .slice(0, LONGEST_LIST)
    .map(({ slug, title, lang }) => `<li><a href="/news/${slug}" lang="${lang ?? 'en'}">${escapeHtml(title)}</a></li>`);
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** The home page and `/news`: the newest articles. */
export function renderNewsPage(title: string, articles: readonly SiteArticle[]): string {
  return renderPage(title, `<main><h1>${escapeHtml(title)}</h1>${articleList(articles)}</main>`);
}

/** Every topic of the site's articles, in order of first appearance. */
export function topicsOf(articles: readonly SiteArticle[]): string[] {
  return [...new Set(articles.flatMap(({ topics = [] }) => topics))];
}

/** `/topics`: every topic. */
export function renderTopicsPage(articles: readonly SiteArticle[]): string {
  const items = topicsOf(articles).map((topic) => `<li><a href="/topics/${topic}">${labelOf(topic)}</a></li>`);
  return renderPage('Topics', `<main><h1>Topics</h1><ul>${items.join('')}</ul></main>`);
}

/** `/topics/<topic>`: the articles of one topic, or null when it has none. */
export function renderTopicPage(topic: string, articles: readonly SiteArticle[]): string | null {
  const own = articles.filter(({ topics = [] }) => topics.includes(topic));
  return own.length === 0 ? null : renderNewsPage(labelOf(topic), own);
}
