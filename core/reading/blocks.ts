import type { Token } from 'markdown-it';
import { CODE_WEIGHT, TABLE_WEIGHT } from './budget.ts';
import { diagramIn } from './diagram.ts';
import { withHiddenShown } from './hidden-characters.ts';
import { type InlineContext, inlinesOf } from './inlines.ts';
import { createOutline } from './outline.ts';
import { appendTableToken, createTable, type TableUnderWay } from './table.ts';
import type { Block, HeadingLevel, Inline } from './tree.ts';

export interface BlockContext extends InlineContext {
  /** The lines of the source, as tokens number them. */
  readonly lines: readonly string[];
}

/** Where the next block goes, for every container that is open. Containers are attached when they open, so that a cut tree is whole. */
interface Building {
  readonly context: BlockContext;
  readonly outline: (rank: number) => HeadingLevel;
  readonly containers: Block[][];
  readonly lists: Block[][][];
  table: TableUnderWay | null;
  /** What the coming inline token belongs to. */
  leaf: Token | null;
}

/** The nodes of a document's block tokens, made without recursion; ends early when the budget does. */
export function blocksOf(tokens: readonly Token[], context: BlockContext): readonly Block[] {
  const root: Block[] = [];
  const building: Building = {
    context,
    outline: createOutline(),
    containers: [root],
    lists: [],
    table: null,
    leaf: null,
  };
  for (const token of tokens) {
    if (context.budget.isExceeded) break;
    if (building.table === null) appendToken(token, building);
    else if (token.type === 'table_close') building.table = null;
    else appendTableToken(token, building.table, context);
  }
  return root;
}

function appendToken(token: Token, building: Building): void {
  switch (token.type) {
    case 'heading_open':
    case 'paragraph_open':
      building.leaf = token;
      break;
    case 'inline':
      appendLeaf(token, building);
      break;
    case 'fence':
    case 'code_block':
      appendCode(token.content, token.info, building);
      break;
    case 'hr':
      append({ kind: 'rule' }, 0, building);
      break;
    case 'table_open':
      building.table = createTable();
      append(building.table, 0, building, TABLE_WEIGHT);
      break;
    default:
      appendContainer(token, building);
  }
}

function appendContainer(token: Token, building: Building): void {
  switch (token.type) {
    case 'blockquote_open': {
      const blocks: Block[] = [];
      append({ kind: 'quote', blocks }, 0, building);
      building.containers.push(blocks);
      break;
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items: Block[][] = [];
      append({ kind: 'list', start: firstNumber(token), items }, 0, building);
      building.lists.push(items);
      break;
    }
    case 'list_item_open': {
      const item: Block[] = [];
      if (building.context.budget.spend(0)) building.lists.at(-1)?.push(item);
      building.containers.push(item);
      break;
    }
    case 'blockquote_close':
    case 'list_item_close':
      building.containers.pop();
      break;
    case 'bullet_list_close':
    case 'ordered_list_close':
      building.lists.pop();
  }
}

/** A paragraph or heading is paid for before its text is read, so that a cut one shows what fitted. */
function appendLeaf(inline: Token, building: Building): void {
  const { leaf, context } = building;
  const diagram = leaf?.type === 'paragraph_open' && leaf.level === 0 ? diagramAt(leaf, context) : null;
  if (diagram !== null) appendCode(diagram, '', building);
  else if (context.budget.spend(0)) {
    const content = inlinesOf(inline.children ?? [], context);
    building.containers.at(-1)?.push(leafBlock(leaf, content, building.outline));
  }
}

function leafBlock(leaf: Token | null, content: readonly Inline[], outline: Building['outline']): Block {
  if (leaf?.type === 'heading_open') return { kind: 'heading', level: outline(Number(leaf.tag.slice(1))), content };
  return { kind: 'paragraph', tight: leaf?.hidden === true, content };
}

function diagramAt({ map }: Token, { lines }: BlockContext): string | null {
  return map === null ? null : diagramIn(lines.slice(...map));
}

function appendCode(source: string, info: string, building: Building): void {
  const text = withHiddenShown(source.replace(/\n$/, ''));
  const language = withHiddenShown(info).trim().split(/\s/)[0]?.slice(0, LONGEST_LANGUAGE) ?? '';
  append({ kind: 'code', language: language === '' ? null : language, text }, text.length, building, CODE_WEIGHT);
}

const LONGEST_LANGUAGE = 40;

function append(block: Block, characters: number, { containers, context }: Building, weight = 1): void {
  if (context.budget.spend(characters, weight)) containers.at(-1)?.push(block);
}

function firstNumber(token: Token): number | null {
  if (token.type !== 'ordered_list_open') return null;
  const start = token.attrGet('start');
  return start === null ? 1 : Number(start);
}
