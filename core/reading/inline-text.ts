import type { Inline } from './tree.ts';

/** The visible text of a run of nodes; made without recursion. */
export function textOf(content: readonly Inline[]): string {
  const waiting = content.toReversed();
  let text = '';
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('content' in node) waiting.push(...node.content.toReversed());
    else if (node.kind === 'image') text += node.description;
    else text += node.kind === 'break' ? ' ' : node.text;
  }
  return text;
}
