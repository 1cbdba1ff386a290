import type { Article } from '../../../../core/article/article.ts';
import { type ArticleRecord, type BodyRecord, NO_OWN_DATA } from '../../../../core/library/records.ts';
import type { ArticleBundle } from '../../../../storage/save-article.ts';
import type { CorpusArticle } from '../../corpus/corpus.ts';
import type { Numbered } from '../engine.ts';

/** Articles of the corpus as the product stores them. */

const SAVED_AT = Date.UTC(2026, 0, 1);

/** The `order` of the article with this ordinal, as the sequence numbers of saves in a new library give it. */
export function orderOf(ordinal: number): number {
  return ordinal + 1;
}

export function recordsOf({ ordinal, article }: Numbered): {
  readonly record: ArticleRecord;
  readonly body: BodyRecord;
} {
  const { articleBody, bodyFormat, ...light } = contentOf(article);
  const { contentHash, wordCount } = bundleOf(article);
  const at = SAVED_AT + ordinal * 1000;
  const history = { order: orderOf(ordinal), savedAt: at, checkedAt: at, goneAt: null, own: NO_OWN_DATA };
  return {
    record: { ...light, ...history, contentHash, wordCount },
    body: { slug: light.slug, articleBody, bodyFormat },
  };
}

/** What a save of the article stores, without the bytes as fetched. */
export function bundleOf(article: CorpusArticle): ArticleBundle {
  return {
    article: contentOf(article),
    contentHash: article.slug,
    wordCount: article.body_md.split(' ').length,
    originals: [],
  };
}

function contentOf(article: CorpusArticle): Article & { readonly articleBody: string } {
  const { slug, title, summary, body_md, topics, entities, published_at, lang, canonical_source } = article;
  return {
    slug,
    headline: title,
    description: summary,
    articleBody: body_md,
    bodyFormat: 'markdown',
    datePublished: published_at,
    dateModified: null,
    inLanguage: lang,
    canonicalSource: canonical_source,
    topics,
    entities: entities.map((name) => ({ name, type: null })),
    provenance: {},
    completeness: 'unchecked',
  };
}
