import { textOf } from './inline-text.ts';
import type { Block, ReadingTree } from './tree.ts';

/** Bodies often begin by saying again what stands above them: the headline as a heading, the summary as a paragraph. */

/** The tree without a first heading that only repeats the headline. */
export function withoutHeadline(tree: ReadingTree, headline: string): ReadingTree {
  const [first, ...blocks] = tree.blocks;
  return first?.kind === 'heading' && isSame(wordsOf(first), headline) ? { ...tree, blocks } : tree;
}

/** Whether the tree begins with a paragraph that is, or begins with, `description`. */
export function repeatsDescription(tree: ReadingTree, description: string): boolean {
  const [first] = tree.blocks;
  return first?.kind === 'paragraph' && folded(wordsOf(first)).startsWith(folded(description));
}

function wordsOf(block: Extract<Block, { readonly content: unknown }>): string {
  return textOf(block.content);
}

function isSame(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
