import { readdirSync, readFileSync } from 'node:fs';

/**
 * The articles of the demo site. Real ones are copies of what wpnews.pro answered; of four of them only the beginning
 * is known, and what is not known is absent rather than invented.
 */

const ORIGIN = 'https://wpnews.pro';

export const SEED_SLUG = 'south-korea-japan-agree-continued-defense-cooperation-including-ai';

export interface SiteArticle {
  /** `real`: copied whole; `partial`: copied as far as it is known; `generated`: made by `generated-articles.ts`. */
  readonly origin: 'real' | 'partial' | 'generated';
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body_md: string;
  readonly canonical_source?: string;
  /** As the site writes dates: `2026-06-28 04:40:03+00:00`, with microseconds in `updated_at`. */
  readonly published_at?: string;
  readonly updated_at?: string;
  readonly lang?: string;
  readonly topics?: readonly string[];
  readonly entities?: readonly string[];
  readonly page_header?: { readonly article_id?: string; readonly sentiment?: string; readonly views?: string };
}

/** The address of the article's page. */
export function addressOf(slug: string): string {
  return `${ORIGIN}/news/${slug}`;
}

/** The record as `.json` serves it: keys in the site's order, unknown ones absent. */
export function nativeRecord(article: SiteArticle): Record<string, unknown> {
  const url = addressOf(article.slug);
  const {
    origin: _,
    page_header: __,
    canonical_source,
    published_at,
    updated_at,
    lang,
    topics,
    entities,
    ...told
  } = article;
  const known = { canonical_source, published_at, updated_at, lang, topics, entities };
  return {
    ...told,
    url,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    alternates: { html: url, markdown: `${url}.md`, text: `${url}.txt`, jsonld: `${url}.jsonld` },
  };
}

/** Every article copied from the real site, the complete one first. */
export function realArticles(): SiteArticle[] {
  const folder = new URL('./records/', import.meta.url);
  return readdirSync(folder)
    .map((name): SiteArticle => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    .sort((one, other) => Number(other.slug === SEED_SLUG) - Number(one.slug === SEED_SLUG));
}
