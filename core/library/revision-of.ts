import type { ArticleContent } from '../article/article.ts';
import type { ArticleRecord, BodyRecord, RevisionRecord } from './records.ts';

/** The content of an article, as a revision that was replaced at `replacedAt` (milliseconds since 1970). */
export function revisionOf(record: ArticleRecord, body: BodyRecord, replacedAt: number): RevisionRecord {
  const { slug, contentHash } = record;
  return { slug, contentHash, replacedAt, content: contentOf(record, body) };
}

/** What a source told about an article, without what was added to it here. */
export function contentOf(record: ArticleRecord, body: BodyRecord): ArticleContent {
  const { headline, description, datePublished, dateModified } = record;
  const { inLanguage, canonicalSource, topics, entities } = record;
  const { articleBody, bodyFormat } = body;
  const dates = { datePublished, dateModified };
  return { headline, description, articleBody, bodyFormat, ...dates, inLanguage, canonicalSource, topics, entities };
}
