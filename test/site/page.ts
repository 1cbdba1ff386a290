import MarkdownIt from 'markdown-it';
import { addressOf, type SiteArticle } from './article.ts';
import { newsArticle } from './news-article.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';

/** The site's HTML pages, shaped as the stored copies of the real ones are. */

const markdown = new MarkdownIt({ html: false, linkify: true });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ARROWS: Readonly<Record<string, string>> = { positive: '↑ positive', negative: '↓ negative' };
const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur'];

/** `text` as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function shortDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
}

function inlineJsonLd(article: SiteArticle): string {
  const { articleBody: _, ...node } = newsArticle(article);
  return `<script type="application/ld+json">${JSON.stringify(node).replaceAll('<', '\\u003c')}</script>`;
}

function headerLines({ slug, canonical_source, topics = [], page_header: header = {} }: SiteArticle): string {
  const topic = topics[0] ?? 'artificial-intelligence';
  const host = canonical_source === undefined ? '' : new URL(canonical_source).hostname;
  const crumbs = [
    '<a href="/">home</a>',
    '<a href="/topics">topics</a>',
    `<a href="/topics/${topic}">${topic}</a>`,
    'article',
  ];
  const tags = [
    `[ARTICLE · ${header.article_id ?? 'art-00000'}]`,
    host && `src=<a href="${escapeHtml(canonical_source ?? '')}">${escapeHtml(host)} ↗</a>`,
    'pub=',
    `topic=${topic}`,
    'verified=true',
    `sentiment=${ARROWS[header.sentiment ?? ''] ?? '· neutral'}`,
  ];
  return `<p class="path"><span>cd /news/${topic}/${slug}</span> · ${crumbs.join(' › ')}</p>
<p class="tags">${tags.filter((tag) => tag !== '').join(' ')}</p>`;
}

function articleMain(article: SiteArticle): string {
  const { title, summary, body_md, published_at, topics = [], entities = [] } = article;
  const minutes = Math.max(1, Math.round(body_md.split(/\s+/).length / 220));
  const published = published_at === undefined ? '' : `<span>published <b>${shortDate(published_at)}</b></span>`;
  return `<main>
${headerLines(article)}
<h1>${escapeHtml(title)}</h1>
<p class="summary">${escapeHtml(summary)}</p>
<p class="facts"><span>read <b>${minutes} min</b></span> <span>views <b>${article.page_header?.views ?? '1'}</b></span> ${published}</p>
<article>
${markdown.render(body_md)}
</article>
<p class="chips">${topics.map((topic) => `<a href="/topics/${topic}">${topic}</a>`).join(' ')}</p>
<p class="chips">${entities.map((name) => `<span>${escapeHtml(name)}</span>`).join(' ')}</p>
</main>`;
}

function alternateLinks(url: string): string {
  const types = {
    'text/markdown': 'md',
    'text/plain': 'txt',
    'application/ld+json': 'jsonld',
    'application/json': 'json',
  };
  return Object.entries(types)
    .map(([type, suffix]) => `<link rel="alternate" type="${type}" href="${url}.${suffix}">`)
    .join('\n');
}

/** A whole page of the site around `main`. */
export function renderPage(title: string, main: string, { lang = 'en', head = '' } = {}): string {
  const direction = RIGHT_TO_LEFT.includes(lang) ? ' dir="rtl"' : '';
  return `<!doctype html>
<html lang="${lang}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} — Web Pulse</title>
<link rel="icon" href="data:,">
${head}
<style>${PAGE_STYLE}</style>
</head>
<body>
<header><a class="brand" href="/">web<b>pulse</b></a> <nav><a href="/news">news</a> <a href="/topics">topics</a></nav></header>
${main}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** The page of an article. */
export function renderArticlePage(article: SiteArticle): string {
  const url = addressOf(article.slug);
  const head = `<link rel="canonical" href="${url}">\n${alternateLinks(url)}\n${inlineJsonLd(article)}`;
  return renderPage(article.title, articleMain(article), { lang: article.lang ?? 'en', head });
}
