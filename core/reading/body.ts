import type { BodyRecord } from '../library/records.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './plain-text.ts';
import type { ReadingTree } from './tree.ts';

/** What the reader draws of a saved body; relative links start from `source`, the address of the original story. */
export function readBody(body: BodyRecord, source: string | null): ReadingTree {
  return body.bodyFormat === 'markdown' ? parseMarkdown(body.articleBody, source) : parseText(body.articleBody);
}
