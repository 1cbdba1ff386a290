import type { Token } from 'markdown-it';
import type { Budget } from './budget.ts';
import { withHiddenShown, withoutControls, withoutHidden } from './hidden-characters.ts';
import { textOf } from './inline-text.ts';
import { tellingHost, webAddress } from './link.ts';
import type { Emphasis, Inline } from './tree.ts';

/** What inline conversion needs to know: where relative links start from, and what may still be made. */
export interface InlineContext {
  readonly base: string | null;
  readonly budget: Budget;
}

/** A run of nodes that is being filled; a link's target waits here until its text is known. */
interface Frame {
  readonly content: Inline[];
  readonly link: string | null;
  readonly isInLink: boolean;
}

/** Emphasis within emphasis, at most. Deeper marks are dropped, their text stays: a drawn tree must not overflow a stack. */
export const DEEPEST_INLINE = 20;

const EMPHASIS: ReadonlyMap<string, Emphasis['kind']> = new Map([
  ['em_open', 'emphasis'],
  ['strong_open', 'strong'],
  ['s_open', 'strike'],
]);

/** The nodes of one run of inline tokens; ends early when the budget does. No link stands within another. */
export function inlinesOf(tokens: readonly Token[], context: InlineContext): readonly Inline[] {
  const root: Frame = { content: [], link: null, isInLink: false };
  const open: Frame[] = [root];
  for (const token of tokens) {
    const frame = open.at(-1) ?? root;
    if (token.nesting === -1) close(open, context);
    else if (token.nesting === 1) open.push(begin(token, frame, open.length, context));
    else append(frame.content, leafOf(token, frame.isInLink, context.base), context.budget);
    if (context.budget.isExceeded) break;
  }
  while (open.length > 1) close(open, context);
  return root.content;
}

function begin(token: Token, parent: Frame, depth: number, { budget }: InlineContext): Frame {
  if (token.type === 'link_open' && !parent.isInLink)
    return { content: [], link: attribute(token, 'href'), isInLink: true };
  const kind = EMPHASIS.get(token.type);
  const plain: Frame = { ...parent, link: null };
  if (kind === undefined || depth > DEEPEST_INLINE || !budget.spend(0)) return plain;
  const content: Inline[] = [];
  parent.content.push({ kind, content });
  return { ...plain, content };
}

/** Ends the innermost run. A refused link leaves its text behind. */
function close(open: Frame[], { base, budget }: InlineContext): void {
  if (open.length < 2) return;
  const frame = open.pop();
  const parent = open.at(-1);
  if (frame === undefined || parent === undefined || frame.link === null) return;
  const address = webAddress(frame.link, base);
  if (address === null || !budget.spend(address.length)) {
    for (const node of frame.content) join(parent.content, node);
    return;
  }
  const host = tellingHost(address, textOf(frame.content));
  parent.content.push({ kind: 'link', address, host, content: frame.content });
}

function leafOf(token: Token, isInLink: boolean, base: string | null): Inline | null {
  switch (token.type) {
    case 'code_inline':
      return { kind: 'inline-code', text: withHiddenShown(token.content) };
    case 'hardbreak':
      return { kind: 'break' };
    case 'softbreak':
      return { kind: 'text', text: '\n' };
    case 'image':
      return imageOf(token, isInLink, base);
    default: {
      const text = isInLink ? withoutHidden(token.content) : withoutControls(token.content);
      return text === '' ? null : { kind: 'text', text };
    }
  }
}

function imageOf(token: Token, isInLink: boolean, base: string | null): Inline {
  const description = withoutHidden(descriptionOf(token.children ?? []));
  return { kind: 'image', description, address: isInLink ? null : webAddress(attribute(token, 'src'), base) };
}

/** The words of an image's description, without its markup; images within it give theirs. */
function descriptionOf(tokens: readonly Token[]): string {
  const waiting = tokens.toReversed();
  let text = '';
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (token.type === 'image') waiting.push(...(token.children ?? []).toReversed());
    else text += token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
  }
  return text.trim();
}

function append(content: Inline[], node: Inline | null, budget: Budget): void {
  if (node !== null && budget.spend(sizeOf(node))) join(content, node);
}

/** Neighbouring texts become one node. */
function join(content: Inline[], node: Inline): void {
  const last = content.at(-1);
  if (node.kind === 'text' && last?.kind === 'text')
    content.splice(-1, 1, { kind: 'text', text: last.text + node.text });
  else content.push(node);
}

function sizeOf(node: Inline): number {
  if (node.kind === 'text' || node.kind === 'inline-code') return node.text.length;
  return node.kind === 'image' ? node.description.length + (node.address?.length ?? 0) : 0;
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}
