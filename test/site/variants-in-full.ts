import type { SiteArticle } from './article.ts';
import { type Node, newsArticle } from './news-article.ts';

/** Variants that spell the same article with other JSON-LD means: prefixes, full addresses, language maps. */

const SCHEMA = 'https://schema.org/';

type Spelling = (name: string) => string;

function spell(value: unknown, spelling: Spelling): unknown {
  if (Array.isArray(value)) return value.map((one) => spell(one, spelling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === '@type') return [key, spelling(String(inner))];
      return key.startsWith('@') ? [key, inner] : [spelling(key), spell(inner, spelling)];
    }),
  );
}

/** Every type and key with the prefix `schema:`. */
export function prefixedArticle(article: SiteArticle): unknown {
  const { '@context': _, ...node } = newsArticle(article);
  return { '@context': { schema: SCHEMA }, ...(spell(node, (name) => `schema:${name}`) as Node) };
}

function expand(value: unknown): unknown {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.flatMap(expand);
  if (typeof value !== 'object' || value === null) return [{ '@value': value }];
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === '@type') return [key, [SCHEMA + String(inner)]];
    return key.startsWith('@') ? [key, inner] : [SCHEMA + key, expand(inner)];
  });
  return [Object.fromEntries(entries)];
}

/** The expanded form: full addresses as keys, every value an array of value objects. */
export function expandedArticle(article: SiteArticle): unknown {
  const { '@context': _, ...node } = newsArticle(article);
  return expand(node);
}

/** Texts by language: as value objects, and names of entities as language maps. */
export function languageMappedArticle(article: SiteArticle): unknown {
  const language = article.lang ?? 'en';
  const inLanguage = (text: string) => ({ '@language': language, '@value': text });
  return {
    ...newsArticle(article),
    '@context': ['https://schema.org', { name: { '@id': 'schema:name', '@container': '@language' } }],
    headline: inLanguage(article.title),
    description: [inLanguage(article.summary)],
    articleBody: inLanguage(article.body_md),
    mentions: article.entities?.map((name) => ({ '@type': 'Thing', name: { [language]: name } })),
  };
}
