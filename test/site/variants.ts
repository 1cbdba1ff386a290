import { addressOf, nativeRecord, type SiteArticle } from './article.ts';
import { aboutTopics, isoDate, type Node, newsArticle, typeOf } from './news-article.ts';
import { expandedArticle, languageMappedArticle, prefixedArticle } from './variants-in-full.ts';

/**
 * What `.jsonld` holds on the real site is not known, so the demo site can dress it in every plausible way. Each
 * variant takes an article and gives the document.
 */

type Variant = (article: SiteArticle) => unknown;

function breadcrumbs({ slug }: SiteArticle): Node {
  const crumb = (position: number, name: string, item: string) => ({ '@type': 'ListItem', position, name, item });
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      crumb(1, 'home', 'https://wpnews.pro/'),
      crumb(2, 'topics', 'https://wpnews.pro/topics'),
      crumb(3, 'article', addressOf(slug)),
    ],
  };
}

function graph(article: SiteArticle): Node {
  const url = addressOf(article.slug);
  const { '@context': context, ...node } = newsArticle(article);
  const names = article.entities ?? [];
  const idOf = (name: string) => `${url}#entity-${names.indexOf(name)}`;
  return {
    '@context': context,
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: `${article.title} — Web Pulse`,
        mainEntity: { '@id': `${url}#article` },
      },
      { ...breadcrumbs(article), '@context': undefined },
      {
        '@type': 'Organization',
        '@id': 'https://wpnews.pro/#organization',
        name: 'Web Pulse',
        url: 'https://wpnews.pro/',
      },
      ...names.map((name) => ({ '@type': typeOf(name), '@id': idOf(name), name })),
      {
        ...node,
        '@id': `${url}#article`,
        mainEntityOfPage: { '@id': url },
        mentions: names.map((name) => ({ '@id': idOf(name) })),
        publisher: { '@id': 'https://wpnews.pro/#organization' },
      },
    ],
  };
}

function withoutKeys(node: Node, ...keys: string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}

function keywordString(article: SiteArticle): Node {
  return {
    ...withoutKeys(newsArticle(article), 'about', 'articleSection'),
    keywords: (article.topics ?? []).join(', '),
  };
}

function definedTerms(article: SiteArticle): Node {
  const about = (article.topics ?? []).map((topic) => ({
    '@type': 'DefinedTerm',
    termCode: topic,
    inDefinedTermSet: 'https://wpnews.pro/topics',
  }));
  return { ...withoutKeys(newsArticle(article), 'keywords', 'articleSection'), about };
}

function typedEntities(article: SiteArticle): Node {
  const entities = (article.entities ?? []).map((name) => ({ '@type': typeOf(name), name }));
  return { ...withoutKeys(newsArticle(article), 'mentions'), about: [...aboutTopics(article), ...entities] };
}

function rawDates(article: SiteArticle): Node {
  return { ...newsArticle(article), datePublished: article.published_at, dateModified: article.updated_at };
}

function counted(article: SiteArticle): Node {
  return { ...newsArticle(article), wordCount: article.body_md.split(/\s+/).filter((word) => word !== '').length };
}

function manyTypes(article: SiteArticle): Node {
  return {
    ...newsArticle(article),
    '@context': ['http://schema.org/', { '@language': article.lang ?? 'en' }],
    '@type': ['AnalysisNewsArticle', 'TechArticle'],
    inLanguage: { '@type': 'Language', alternateName: article.lang },
    datePublished: isoDate(article.published_at)?.slice(0, 10),
    mainEntityOfPage: { '@type': 'WebPage', '@id': addressOf(article.slug) },
  };
}

function thin({ slug, title }: SiteArticle): Node {
  return { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, url: addressOf(slug) };
}

/** Every way to dress `.jsonld`, by name. */
export const VARIANTS = {
  plain: newsArticle,
  array: (article) => [breadcrumbs(article), newsArticle(article)],
  graph,
  'native-record': nativeRecord,
  'api-envelope': (article) => ({ data: nativeRecord(article), meta: { request_id: 'req_demo01' } }),
  'prefixed-types': prefixedArticle,
  'full-iri': expandedArticle,
  'keyword-string': keywordString,
  'defined-terms': definedTerms,
  'language-maps': languageMappedArticle,
  'typed-entities': typedEntities,
  'raw-dates': rawDates,
  counted,
  'many-types': manyTypes,
  'no-body': (article) => withoutKeys(newsArticle(article), 'articleBody'),
  thin,
} satisfies Record<string, Variant>;

export type VariantName = keyof typeof VARIANTS;

/** The document as `.jsonld` sends it. */
export function renderJsonLd(article: SiteArticle, variant: VariantName): string {
  const dress: Variant = VARIANTS[variant];
  return JSON.stringify(dress(article), null, 1);
}
