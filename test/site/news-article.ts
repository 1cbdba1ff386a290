import { addressOf, type SiteArticle } from './article.ts';

/** A JSON-LD node; a value that is `undefined` is left out when it is written. */
export type Node = Record<string, unknown>;

const TYPES: Readonly<Record<string, string>> = {
  'South Korea': 'Country',
  Japan: 'Country',
  'Ahn Gyu-back': 'Person',
  'Shinjiro Koizumi': 'Person',
  Yonhap: 'Organization',
};

/** The schema.org type of a named thing: known for the seed's entities, `Thing` for all others. */
export function typeOf(name: string): string {
  return TYPES[name] ?? 'Thing';
}

/** `2026-06-28 04:40:03+00:00` as `2026-06-28T04:40:03+00:00`. */
export function isoDate(date: string | undefined): string | undefined {
  return date?.replace(' ', 'T');
}

/** `ai-policy` as `AI Policy`, the way a person would write it. */
export function labelOf(topic: string): string {
  return topic
    .split('-')
    .map((word) => (word === 'ai' ? 'AI' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

/** The topics as things with an address on the site. */
export function aboutTopics({ topics = [] }: SiteArticle): Node[] {
  return topics.map((topic) => ({
    '@type': 'Thing',
    name: labelOf(topic),
    url: `https://wpnews.pro/topics/${topic}`,
  }));
}

/** The article as an ordinary schema.org `NewsArticle`: what most sites would send. */
export function newsArticle(article: SiteArticle): Node {
  const url = addressOf(article.slug);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.summary,
    articleBody: article.body_md,
    datePublished: isoDate(article.published_at),
    dateModified: isoDate(article.updated_at),
    inLanguage: article.lang,
    isBasedOn: article.canonical_source,
    articleSection: article.topics?.[0],
    keywords: article.topics,
    about: article.topics && aboutTopics(article),
    mentions: article.entities?.map((name) => ({ '@type': 'Thing', name })),
    publisher: { '@type': 'Organization', name: 'Web Pulse', url: 'https://wpnews.pro/' },
  };
}
