import { articleAddress } from '../article/identity.ts';
import type { Holding } from '../library/records.ts';
import type { SingleFileFormat } from './export-format.ts';

/**
 * JSON Lines: one article a line, with every field of the library's own record (times in milliseconds since 1970), its
 * body, the reader's own words, and the content that newer versions replaced. Only the fetched bytes are left to the archive.
 */
export const jsonLinesFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  async *write(holdings) {
    for await (const holding of holdings) yield `${JSON.stringify(wholeArticle(holding))}\n`;
  },
};

function wholeArticle({ article, body, revisions }: Holding) {
  const { articleBody, bodyFormat } = body;
  const replaced = revisions.map(({ contentHash, replacedAt, content }) => ({ contentHash, replacedAt, ...content }));
  return { url: articleAddress(article.slug), ...article, articleBody, bodyFormat, revisions: replaced };
}
