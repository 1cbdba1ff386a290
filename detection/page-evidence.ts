import { headlineOfTitle, slugOfAddress } from '../core/article/identity.ts';

/**
 * What a page offers that shows it to be the article its address promises. The address alone is not enough (a listing
 * could live under such an address), and after an in-page navigation the head may still be the page before's, so every
 * piece of evidence but the site's own header line must name the slug.
 */

/** Whether the page offers the article `slug`: an alternate of it, JSON-LD about it, or the site's article header line. */
export function offersArticle(page: Document, slug: string): boolean {
  return hasAlternate(page, slug) || hasStructuredArticle(page, slug) || hasHeaderLine(page);
}

function hasAlternate(page: Document, slug: string): boolean {
  const links = page.querySelectorAll<HTMLLinkElement>('link[rel~="alternate"][href]');
  return Array.from(links).some(({ href, type }) => ALTERNATE_TYPE.test(type) && slugOfAddress(href) === slug);
}

const ALTERNATE_TYPE = /^(?:application\/(?:ld\+)?json|text\/(?:markdown|plain))\b/i;

/** Only looked at as text: parsing it is the background's and the popup's business. */
function hasStructuredArticle(page: Document, slug: string): boolean {
  return structuredTexts(page).some((text) => ARTICLE_TYPE.test(text) && text.includes(slug));
}

const ARTICLE_TYPE = /"[^"]*(?:Article|BlogPosting|Report)"/;

/** `[ARTICLE · art-41198] src=…`: seen above every article of the site. */
function hasHeaderLine(page: Document): boolean {
  return /\[ARTICLE\b/.test(page.body?.textContent?.slice(0, HEADER_REACH) ?? '');
}

const HEADER_REACH = 20_000;

/** The texts of the page's inline JSON-LD blocks. */
export function structuredTexts(page: Document): string[] {
  const blocks = page.querySelectorAll('script[type="application/ld+json"]');
  return Array.from(blocks, ({ textContent }) => textContent ?? '');
}

/**
 * When the page says the article `slug` was last modified, as it says it: by its JSON-LD, or by its metadata when the page's
 * canonical address is the article's. Null when it does not say. At most 64 characters.
 */
export function statedModification(page: Document, slug: string): string | null {
  const told = structuredTexts(page).filter((text) => text.includes(slug));
  const stated = told.map(findModification).find((found) => found !== undefined) ?? metadataOf(page, slug);
  return stated === undefined || stated.length > 64 ? null : stated;
}

function metadataOf(page: Document, slug: string): string | undefined {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  if (slugOfAddress(canonical) !== slug) return undefined;
  return page.querySelector<HTMLMetaElement>('meta[property="article:modified_time"]')?.content;
}

function findModification(text: string): string | undefined {
  return /"(?:schema:)?(?:dateModified|updated_at)"\s*:\s*"([^"\\]{1,64})"/.exec(text)?.[1];
}

/** The headline as a person sees it: the page's `h1`, else its title without the site's name. */
export function statedHeadline(page: Document): string {
  const heading = page.querySelector('h1')?.textContent ?? headlineOfTitle(page.title);
  return heading.replace(/\s+/g, ' ').trim().slice(0, 1_000);
}
