import { directionOf } from '../../reading/direction.ts';
import { textOf } from '../../reading/inline-text.ts';
import type { Block, HeadingLevel, Inline, Link, List, Table, TableCell } from '../../reading/tree.ts';
import { strictAddress } from '../strict-address.ts';
import { escaped } from './markup.ts';
import type { Words } from './words.ts';

/**
 * The reading tree as markup that is both HTML and XHTML. Every text passes `escaped`, every address was let through by
 * the tree (`core/reading/link.ts`); nothing else of an article becomes markup. The tree is bounded, so recursion is.
 */
export interface MarkupStyle {
  readonly words: Words;
  /** How many ranks lower headings stand than in the reader, where the headline is the first. */
  readonly lowered: 0 | 1;
}

/** The markup of a run of blocks. */
export function blocksMarkup(blocks: readonly Block[], style: MarkupStyle): string {
  return blocks.map((block) => blockMarkup(block, style)).join('\n');
}

function blockMarkup(block: Block, style: MarkupStyle): string {
  switch (block.kind) {
    case 'heading':
      return withDirection(rankName(block.level, style), block.content, style);
    case 'paragraph':
      return withDirection('p', block.content, style, block.tight ? ' class="tight"' : '');
    case 'list':
      return listMarkup(block, style);
    case 'quote':
      return `<blockquote>${blocksMarkup(block.blocks, style)}</blockquote>`;
    case 'code':
      return `<pre dir="ltr"><code>${escaped(block.text)}</code></pre>`;
    case 'table':
      return tableMarkup(block, style);
    case 'rule':
      return '<hr/>';
  }
}

function rankName(level: HeadingLevel, { lowered }: MarkupStyle): string {
  return `h${Math.min(6, level + lowered)}`;
}

function withDirection(name: string, content: readonly Inline[], style: MarkupStyle, more = ''): string {
  return `<${name}${more} dir="${directionOf(textOf(content))}">${inlinesMarkup(content, style)}</${name}>`;
}

function listMarkup({ start, items }: List, style: MarkupStyle): string {
  const inner = items.map((item) => `<li>${blocksMarkup(item, style)}</li>`).join('');
  // XHTML allows no list without an item.
  const filled = inner === '' ? '<li></li>' : inner;
  if (start === null) return `<ul>${filled}</ul>`;
  return start === 1 ? `<ol>${filled}</ol>` : `<ol start="${start}">${filled}</ol>`;
}

function tableMarkup({ alignments, head, rows }: Table, style: MarkupStyle): string {
  const row = (cells: readonly TableCell[], cell: string) => {
    const inner = cells.map(
      (content, column) =>
        `<${cell} dir="auto" class="${alignments[column] ?? 'start'}">${inlinesMarkup(content, style)}</${cell.slice(0, 2)}>`,
    );
    return `<tr>${inner.join('')}</tr>`;
  };
  const body = rows.length === 0 ? '' : `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>`;
  return `<div class="table"><table><thead>${row(head, 'th scope="col"')}</thead>${body}</table></div>`;
}

function inlinesMarkup(content: readonly Inline[], style: MarkupStyle): string {
  return content.map((node) => inlineMarkup(node, style)).join('');
}

const EMPHASIS = { emphasis: 'em', strong: 'strong', strike: 's' } as const;

function inlineMarkup(node: Inline, style: MarkupStyle): string {
  switch (node.kind) {
    case 'text':
      return escaped(node.text);
    case 'emphasis':
    case 'strong':
    case 'strike':
      return `<${EMPHASIS[node.kind]}>${inlinesMarkup(node.content, style)}</${EMPHASIS[node.kind]}>`;
    case 'inline-code':
      return `<code dir="ltr">${escaped(node.text)}</code>`;
    case 'link':
      return linkInText(node, style);
    case 'image': {
      const words = escaped(style.words.picture(node.description));
      return node.address === null ? `<span class="picture">${words}</span>` : linkMarkup(node.address, words);
    }
    case 'break':
      return '<br/>';
  }
}

function linkInText({ address, host, content }: Link, style: MarkupStyle): string {
  const inner = content.length === 0 ? escaped(address) : inlinesMarkup(content, style);
  const telling = host === null ? '' : ` <bdi>${escaped(style.words.goesTo(host))}</bdi>`;
  return linkMarkup(address, `${inner}${telling}`);
}

/** A link to another place, which is told nothing of where it was clicked; `inner` is markup. */
export function linkMarkup(address: string, inner: string): string {
  return `<a href="${escaped(strictAddress(address))}" rel="noopener noreferrer">${inner}</a>`;
}
