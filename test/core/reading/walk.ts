import type { Block, Inline, ReadingTree } from '../../../core/reading/tree.ts';

type Node = Block | Inline;

/** Every node of a tree, parents first, with its depth; made without recursion, for trees that are deep on purpose. */
export function nodesOf(tree: ReadingTree): readonly { readonly node: Node; readonly depth: number }[] {
  const waiting: { node: Node; depth: number }[] = tree.blocks.map((node) => ({ node, depth: 1 })).toReversed();
  const found: { node: Node; depth: number }[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const depth = next.depth + 1;
    found.push(next);
    for (const node of childrenOf(next.node).toReversed()) waiting.push({ node, depth });
  }
  return found;
}

/** How many nodes a tree has, and how deep the deepest stands. */
export function measured(tree: ReadingTree): { readonly nodes: number; readonly depth: number } {
  const nodes = nodesOf(tree);
  return { nodes: nodes.length, depth: nodes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) };
}

/** All text of a tree in reading order, runs parted by `separator`. */
export function textOf(tree: ReadingTree, separator = ''): string {
  return nodesOf(tree)
    .flatMap(({ node }) => ('text' in node ? [node.text] : []))
    .join(separator);
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'quote':
      return node.blocks;
    case 'list':
      return node.items.flat();
    case 'table':
      return [...node.head, ...node.rows.flat()].flat();
    default:
      return 'content' in node ? node.content : [];
  }
}
