import { slugOfAddress } from '../core/article/identity.ts';

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

/** When the page says it was last modified, as it says it; null when it does not. At most 64 characters. */
export function statedModification(page: Document): string | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[property="article:modified_time"]')?.content;
  const stated =
    meta ??
    structuredTexts(page)
      .map(findModification)
      .find((found) => found !== undefined);
  return stated === undefined || stated.length > 64 ? null : stated;
}

function findModification(text: string): string | undefined {
  return /"(?:schema:)?(?:dateModified|updated_at)"\s*:\s*"([^"\\]{1,64})"/.exec(text)?.[1];
}

/** The headline as a person sees it: the page's `h1`, else its title without the site's name. */
export function statedHeadline(page: Document): string {
  const heading = page.querySelector('h1')?.textContent ?? page.title.replace(/ — Web Pulse$/, '');
  return heading.replace(/\s+/g, ' ').trim().slice(0, 1_000);
}
