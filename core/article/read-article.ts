import { canonicalSourceOf } from './addresses.ts';
import type { ArticleDraft } from './article.ts';
import { readDate } from './dates.ts';
import { told } from './draft.ts';
import { type Graph, property, resolve } from './graph.ts';
import { htmlToMarkdown, looksLikeHtml } from './html-body.ts';
import { flatten, idOf, isNode, type Node, textOf } from './json-ld-values.ts';
import { readLanguageTag } from './language.ts';
import { readSubjects } from './subjects.ts';
import { cleanBlock, cleanLine, LONGEST_DESCRIPTION, LONGEST_HEADLINE } from './text.ts';

/** Names of a field, schema.org's first, then the native record's. */
const HEADLINE = ['headline', 'title', 'name', 'alternativeHeadline'];
const DESCRIPTION = ['description', 'summary', 'abstract'];
const BODY = ['articleBody', 'body_md', 'text'];
const PUBLISHED = ['datePublished', 'published_at', 'dateCreated'];
const MODIFIED = ['dateModified', 'updated_at'];
const LANGUAGE = ['inLanguage', 'lang'];
const WORDS = ['wordCount', 'word_count'];

const MOST_WORDS = 10_000_000;

/** What the article's node tells; a field that is missing, empty or of no use is absent. `slug` resolves relative addresses. */
export function readArticle(graph: Graph, node: Node, slug: string): ArticleDraft {
  const language = firstOf(LANGUAGE, (name) => languageOf(graph, property(graph, node, name)));
  const body = readBody(graph, node, language);
  const { topics, entities } = readSubjects(graph, node, language);
  return told({
    headline: firstOf(HEADLINE, (name) => line(property(graph, node, name), language, LONGEST_HEADLINE)),
    description: firstOf(DESCRIPTION, (name) => line(property(graph, node, name), language, LONGEST_DESCRIPTION)),
    articleBody: body,
    bodyFormat: body === null ? null : 'markdown',
    datePublished: firstOf(PUBLISHED, (name) => dateOf(property(graph, node, name))),
    dateModified: firstOf(MODIFIED, (name) => dateOf(property(graph, node, name))),
    inLanguage: language,
    canonicalSource: canonicalSourceOf(graph, node, slug),
    topics: topics.length > 0 ? topics : null,
    entities: entities.length > 0 ? entities : null,
    wordCount: firstOf(WORDS, (name) => countOf(property(graph, node, name))),
  });
}

function firstOf<T>(names: readonly string[], read: (name: string) => T | null): T | null {
  for (const name of names) {
    const value = read(name);
    if (value !== null) return value;
  }
  return null;
}

function line(value: unknown, language: string | null, limit: number): string | null {
  const text = textOf(value, language);
  return text === null ? null : cleanLine(text, limit);
}

/** Markdown and plain text are taken as Markdown; HTML is turned into it. An article may also be told in parts. */
function readBody(graph: Graph, node: Node, language: string | null): string | null {
  const whole = firstOf(BODY, (name) => bodyText(property(graph, node, name), language));
  if (whole !== null) return whole;
  const parts = flatten(property(graph, node, 'hasPart'))
    .map((part) => resolve(graph, part))
    .filter(isNode)
    .map((part) => firstOf(BODY, (name) => bodyText(property(graph, part, name), language)))
    .filter((text) => text !== null);
  return parts.length > 0 ? parts.join('\n\n') : null;
}

function bodyText(value: unknown, language: string | null): string | null {
  const text = textOf(value, language);
  if (text === null) return null;
  return cleanBlock(looksLikeHtml(text) ? htmlToMarkdown(text) : text);
}

function dateOf(value: unknown): string | null {
  for (const item of flatten(value)) {
    const date = readDate(isNode(item) ? item['@value'] : item);
    if (date !== null) return date;
  }
  return null;
}

/** `"en"`, or `{"@type": "Language", "alternateName": "en", "name": "English"}`. */
function languageOf(graph: Graph, value: unknown): string | null {
  for (const item of flatten(value)) {
    const node = resolve(graph, item);
    const texts = isNode(node)
      ? [
          ...['alternateName', 'name', 'identifier'].map((name) => property(graph, node, name)),
          node['@value'],
          idOf(node),
        ]
      : [node];
    for (const text of texts) {
      const tag = typeof text === 'string' ? readLanguageTag(text) : null;
      if (tag !== null) return tag;
    }
  }
  return null;
}

function countOf(value: unknown): number | null {
  const text = textOf(value, null)?.trim() ?? '';
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return count > 0 && count <= MOST_WORDS ? count : null;
}
