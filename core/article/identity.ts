import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Source } from './article.ts';

/**
 * Identity: which article an address stands for, and which address an article has. Nothing else in the product
 * builds or takes apart an address of the site.
 */

/** The one origin the product talks to. */
export const SITE_ORIGIN = 'https://wpnews.pro';

/** Slugs seen on the site: lower-case words joined by single hyphens. Real ones have at most 80 characters; 200 leaves room. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 200;

const ARTICLE_PATH = /^\/news\/([^/]+)\/?$/;
const KNOWN_SUFFIX = /\.(?:jsonld|json|md|txt|html)$/;
const SITE_HOSTS: readonly string[] = ['wpnews.pro', 'www.wpnews.pro'];

/** Whether `text` has the form of an article's slug. */
export function isSlug(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST_SLUG && SLUG.test(text);
}

/**
 * The slug an address stands for, or null when it is no article's address. Accepts `www.`, a query, a fragment, a
 * trailing slash and a known suffix; refuses listings (`/news`, `/news/`), other hosts, other schemes, ports and
 * user information.
 */
export function slugOfAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  if (!SITE_HOSTS.includes(url.hostname)) return null;
  const segment = ARTICLE_PATH.exec(url.pathname)?.[1];
  const slug = segment?.replace(KNOWN_SUFFIX, '');
  return isSlug(slug) ? slug : null;
}

/** The article's address in normal form, which is its identity in the world: `https://wpnews.pro/news/<slug>`. */
export function articleAddress(slug: string): string {
  return `${SITE_ORIGIN}/news/${slug}`;
}

/** The pages that can be articles, as a match pattern of the browsers. */
export const ARTICLE_PAGES = `${SITE_ORIGIN}/news/*`;

/** The headline in the title of an article's page, which ends with the site's name. */
export function headlineOfTitle(title: string): string {
  return title.replace(/ — Web Pulse$/, '');
}

/** Where a source of the article is fetched: the page itself for `inline`, else the page's address with a suffix. */
export function sourceAddress(slug: string, source: Source): string {
  return source === 'inline' ? articleAddress(slug) : `${articleAddress(slug)}.${source}`;
}

/**
 * The slug of the article that a response finally came from: the one asked for, or another when the site renamed it.
 * An address that is no article of the site is `misdirected`.
 */
export function slugOfFinalAddress(finalAddress: string): Result<string> {
  if (!URL.canParse(finalAddress) || new URL(finalAddress).origin !== SITE_ORIGIN) return fail(problem('misdirected'));
  const slug = slugOfAddress(finalAddress);
  return slug === null ? fail(problem('misdirected', 'redirected to a page that is no article')) : succeed(slug);
}
