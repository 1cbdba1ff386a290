import { articleAddress } from '../article/identity.ts';
import type { Holding } from '../library/records.ts';
import { topicLabel } from '../library/topic-label.ts';
import type { SingleFileFormat } from './export-format.ts';
import { jsonList } from './json-list.ts';

/** JSON-LD: one graph of schema.org `NewsArticle`s, one a line, in the properties the site itself uses. It holds content, not the reader's own words. */
export const jsonLdFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: (holdings) => jsonList('{"@context":"https://schema.org","@graph":[', newsArticles(holdings), ']}'),
};

async function* newsArticles(holdings: AsyncIterable<Holding>): AsyncGenerator<object> {
  for await (const holding of holdings) yield newsArticle(holding);
}

/** The node of one article; what is not known is left out. An entity without a type is a bare name. */
function newsArticle({ article, body }: Holding): object {
  const { slug, headline, description, datePublished, dateModified, inLanguage, canonicalSource } = article;
  const address = articleAddress(slug);
  return {
    '@type': 'NewsArticle',
    '@id': address,
    url: address,
    headline,
    description: description ?? undefined,
    datePublished: datePublished ?? undefined,
    dateModified: dateModified ?? undefined,
    inLanguage: inLanguage ?? undefined,
    isBasedOn: canonicalSource ?? undefined,
    about: filled(
      article.topics.map((topic) => ({ '@type': 'DefinedTerm', termCode: topic, name: topicLabel(topic) })),
    ),
    mentions: filled(article.entities.map(({ name, type }) => ({ '@type': type ?? undefined, name }))),
    wordCount: article.wordCount,
    encodingFormat: body.bodyFormat === 'markdown' ? 'text/markdown' : 'text/plain',
    articleBody: body.articleBody,
    sdDatePublished: new Date(article.checkedAt).toISOString(),
  };
}

function filled<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
