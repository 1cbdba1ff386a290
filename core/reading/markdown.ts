import MarkdownIt, { type Token } from 'markdown-it';
import { blocksOf } from './blocks.ts';
import { createBudget } from './budget.ts';
import type { ReadingTree } from './tree.ts';

/**
 * Markdown of a stranger, as a bounded tree. markdown-it gives tokens with HTML off; its renderer and its own judgement
 * of links are not used: addresses arrive as written (only entities and escapes decoded) and `link.ts` alone decides.
 */

/** Longest Markdown that is parsed, in UTF-16 code units: 50,000 words, and under a second's work for the worst input known. */
export const LONGEST_MARKDOWN = 300_000;

/** Quotes and lists within each other, at most, each list counting twice. */
export const DEEPEST_NESTING = 40;

const parser = createParser();

/**
 * Parses `markdown` (CommonMark with tables, strikethrough and bare http addresses). Relative addresses start from
 * `base`, the article's source. Never throws; what goes beyond a limit is left out and `truncated` says so.
 */
export function parseMarkdown(markdown: string, base: string | null): ReadingTree {
  const read = markdown.slice(0, LONGEST_MARKDOWN);
  const budget = createBudget(read.length);
  const tokens = parser.parse(read, {});
  const blocks = blocksOf(tokens, { base, budget, lines: read.split(/\r\n?|\n/) });
  return { blocks, truncated: budget.isExceeded || read.length < markdown.length || tokens.some(isTooDeep) };
}

/** markdown-it drops silently what stands deeper than its limit. */
function isTooDeep({ type, level }: Token): boolean {
  return level >= DEEPEST_NESTING - 1 && (type === 'blockquote_open' || type === 'list_item_open');
}

function createParser() {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, maxNesting: DEEPEST_NESTING });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const scheme of ['ftp:', 'mailto:', '//']) markdown.linkify.add(scheme, null);
  markdown.validateLink = () => true;
  markdown.normalizeLink = (address) => address;
  markdown.normalizeLinkText = (address) => address;
  return markdown;
}
