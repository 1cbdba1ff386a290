import type { ArticleContent } from './article.ts';

/**
 * The content of an article as one text: equal for equal content whatever the order of its keys, so its hash names a
 * revision. Fields beyond the content (provenance, slug) do not enter.
 */
export function contentKey(content: ArticleContent): string {
  return JSON.stringify([
    content.headline,
    content.description,
    content.articleBody,
    content.bodyFormat,
    content.datePublished,
    content.dateModified,
    content.inLanguage,
    content.canonicalSource,
    content.topics,
    content.entities.map(({ name, type }) => [name, type]),
  ]);
}
