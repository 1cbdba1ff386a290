import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { foldSpace } from '../../article/text.ts';
import type { SingleFileFormat } from '../export-format.ts';
import { type CitationItem, citationItem, printDay } from './citation-item.ts';

/**
 * RIS, as reference managers read it. Citation.js chooses the tags; the lines are written here, because its own writer
 * breaks an address after 70 characters, cuts the id to 20, and leaves out the day of publication.
 */
export const risFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  async *write(holdings) {
    for await (const { article } of holdings) yield risRecord(citationItem(article));
  },
};

type Tags = Readonly<Record<string, string | readonly string[]>>;

/** One record with an empty line after it; lines end as the format has it, with CR and LF. */
export function risRecord(item: CitationItem): string {
  const [mapped = {}] = plugins.output.format('ris', [item], { format: 'object' }) as readonly Tags[];
  const { TY = 'NEWS', ...others } = mapped;
  const tags: Tags = {
    TY,
    ...others,
    ID: item.id,
    ...(item.issued !== undefined && { DA: printDay(item.issued, '/') }),
    Y2: printDay(item.accessed, '/'),
  };
  const lines = Object.entries(tags).flatMap(([tag, values]) => [values].flat().map((value) => line(tag, value)));
  return `${lines.join('')}ER  - \r\n\r\n`;
}

function line(tag: string, value: string): string {
  return `${tag}  - ${foldSpace(value)}\r\n`;
}
