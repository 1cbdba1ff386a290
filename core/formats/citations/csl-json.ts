import type { SingleFileFormat } from '../export-format.ts';
import { jsonList } from '../json-list.ts';
import { citationItem } from './citation-item.ts';

/** CSL-JSON: an array of items, one a line. */
export const cslJsonFormat: SingleFileFormat = {
  kind: 'file',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  write: (holdings) => jsonList('[', items(holdings), ']'),
};

async function* items(holdings: Parameters<SingleFileFormat['write']>[0]) {
  for await (const { article } of holdings) yield citationItem(article);
}
