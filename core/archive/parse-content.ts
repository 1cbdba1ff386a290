import { isOnSite, webAddress } from '../article/addresses.ts';
import { type ArticleContent, CONTENT_FIELDS, type ContentField, SOURCES, type Source } from '../article/article.ts';
import { readDate } from '../article/dates.ts';
import { distinctEntities, tidyEntity } from '../article/entities.ts';
import { SITE_ORIGIN } from '../article/identity.ts';
import { readLanguageTag } from '../article/language.ts';
import { LONGEST_BODY, LONGEST_DESCRIPTION, LONGEST_HEADLINE, tidyBlock, tidyLine } from '../article/text.ts';
import { distinctTopics } from '../article/topics.ts';
import { choiceOf, type Fields, fieldsOf, itemsOf, textOf } from './parse-values.ts';

/**
 * The content of an article as an archive tells it, under the rules of a fetched one. What was kept comes out as it was;
 * what never would have been kept is put right or left out.
 */

/** More than any list that is kept, so that a list of millions costs nothing. */
const MOST_ITEMS = 5_000;

/** An article's content with a body. */
export type WholeContent = ArticleContent & { readonly articleBody: string };

/** Why a record is no article's content. */
export type ContentRefusal = 'not-an-article' | 'too-large';

/** The content that the fields tell, or why they tell none. */
export function parseContent(fields: Fields): WholeContent | ContentRefusal {
  const headline = tidyLine(textOf(fields.headline), LONGEST_HEADLINE);
  if (textOf(fields.articleBody).length > LONGEST_BODY) return 'too-large';
  const articleBody = tidyBlock(textOf(fields.articleBody));
  const bodyFormat = choiceOf(fields.bodyFormat, ['markdown', 'text'] as const);
  if (headline === null || articleBody === null || bodyFormat === null) return 'not-an-article';
  return {
    headline,
    description: tidyLine(textOf(fields.description), LONGEST_DESCRIPTION),
    articleBody,
    bodyFormat,
    datePublished: readDate(fields.datePublished),
    dateModified: readDate(fields.dateModified),
    inLanguage: readLanguageTag(textOf(fields.inLanguage)),
    canonicalSource: originalStory(textOf(fields.canonicalSource)),
    topics: distinctTopics(itemsOf(fields.topics, MOST_ITEMS).map(textOf)),
    entities: distinctEntities(
      itemsOf(fields.entities, MOST_ITEMS)
        .map((item) => fieldsOf(item))
        .map(({ name, type }) => tidyEntity(textOf(name), textOf(type) || null))
        .filter((entity) => entity !== null),
    ),
  };
}

/** The source each field came from, where that is told. */
export function parseProvenance(value: unknown): { readonly [Field in ContentField]?: Source } {
  const told = fieldsOf(value);
  const sources = CONTENT_FIELDS.map((field) => [field, choiceOf(told[field], SOURCES)] as const);
  return Object.fromEntries(sources.filter(([, source]) => source !== null));
}

function originalStory(text: string): string | null {
  const address = text === '' ? null : webAddress(text, SITE_ORIGIN);
  return address === null || isOnSite(address) ? null : address;
}
