import { articleLine } from '../archive/archive-lines.ts';
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

function wholeArticle(holding: Holding): object {
  const revisions = holding.revisions.map(({ contentHash, replacedAt, content }) => ({
    contentHash,
    replacedAt,
    ...content,
  }));
  return { ...articleLine(holding, null), revisions };
}
