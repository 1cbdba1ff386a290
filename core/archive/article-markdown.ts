import { dump } from 'js-yaml';
import { articleAddress } from '../article/identity.ts';
import type { ArticleRecord, Holding } from '../library/records.ts';

/**
 * An article as a Markdown file with YAML front matter, as static site generators and Obsidian read it, then its body as
 * kept. The front matter is `fields`; what is unknown is left out.
 */
export function articleMarkdown({ article, body }: Holding, fields: object = articleFields(article)): string {
  return `${frontMatter(fields)}\n${body.articleBody}\n`;
}

/** What the front matter tells of an article. */
export function articleFields(article: ArticleRecord) {
  const { own } = article;
  return {
    title: article.headline,
    description: article.description,
    url: articleAddress(article.slug),
    source: article.canonicalSource,
    published: article.datePublished,
    modified: article.dateModified,
    language: article.inLanguage,
    topics: article.topics,
    entities: article.entities.map(({ name }) => name),
    tags: own.tags,
    saved: isoTime(article.savedAt),
    read: isoTime(own.readAt),
    starred: isoTime(own.starredAt),
    archived: isoTime(own.archivedAt),
    note: own.note,
  };
}

/** YAML front matter of the fields that say something; a text never wraps, so that every reader of YAML gets it back. */
export function frontMatter(fields: object): string {
  const told = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  return `---\n${dump(Object.fromEntries(told), { lineWidth: -1, noRefs: true })}---\n`;
}

/** `at` (milliseconds since 1970) as ISO 8601 in UTC; null stays null. */
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
