import type { ArticleRecord } from '../library/records.ts';
import type { ArticleFacet } from './facet.ts';

export type ArticleValues = { readonly [Name in ArticleFacet]: readonly string[] };

/** The facet values of an article, duplicates not removed. */
export function articleValues(record: ArticleRecord): ArticleValues {
  return {
    topics: record.topics,
    entities: record.entities.map((entity) => entity.name),
    sources: sourceHost(record.canonicalSource),
    languages: languageRanges(record.inLanguage),
    months: record.datePublished === null ? [] : [record.datePublished.slice(0, 7)],
    tags: record.own.tags,
  };
}

function sourceHost(address: string | null): readonly string[] {
  if (address === null || !URL.canParse(address)) return [];
  return [new URL(address).hostname.replace(/^www\./, '')];
}

/** `en-US` is also `en`: every prefix of a language tag, as RFC 4647 §3.3.1 matches language ranges. */
function languageRanges(tag: string | null): readonly string[] {
  if (tag === null) return [];
  const subtags = tag.split('-');
  return subtags.map((_, index) => subtags.slice(0, index + 1).join('-'));
}
