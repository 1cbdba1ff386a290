import { createBudget } from './budget.ts';
import { withoutControls } from './hidden-characters.ts';
import type { Block, Inline, ReadingTree } from './tree.ts';

/** Plain text as paragraphs: an empty line parts them, a line end within one stays a line end. */
export function parseText(text: string): ReadingTree {
  const budget = createBudget(text.length);
  const blocks: Block[] = [];
  for (const paragraph of withoutControls(text.replaceAll(/\r\n?/g, '\n')).split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    const content = linesOf(paragraph);
    if (content.length === 0) continue;
    if (!content.every((node) => budget.spend(node.kind === 'text' ? node.text.length : 0)) || !budget.spend(0)) break;
    blocks.push({ kind: 'paragraph', tight: false, content });
  }
  return { blocks, truncated: budget.isExceeded };
}

function linesOf(paragraph: string): readonly Inline[] {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.flatMap((text, position): Inline[] =>
    position === 0 ? [{ kind: 'text', text }] : [{ kind: 'break' }, { kind: 'text', text }],
  );
}
