import type { Token } from 'markdown-it';
import { type InlineContext, inlinesOf } from './inlines.ts';
import type { Alignment, Table, TableCell } from './tree.ts';

/** A table that is being filled, token by token. */
export interface TableUnderWay extends Table {
  readonly alignments: Alignment[];
  readonly head: TableCell[];
  readonly rows: TableCell[][];
}

/** A table with nothing in it. */
export function createTable(): TableUnderWay {
  return { kind: 'table', alignments: [], head: [], rows: [] };
}

const ALIGNMENTS: ReadonlyMap<string, Alignment> = new Map([
  ['text-align:center', 'center'],
  ['text-align:right', 'end'],
]);

/** Adds what one token between `table_open` and `table_close` says. */
export function appendTableToken(token: Token, table: TableUnderWay, context: InlineContext): void {
  const row = table.rows.at(-1);
  switch (token.type) {
    case 'th_open':
      table.alignments.push(ALIGNMENTS.get(String(token.attrGet('style'))) ?? 'start');
      return;
    case 'tbody_open':
      return;
    case 'tr_open':
      if (table.alignments.length > 0) table.rows.push([]);
      return;
    case 'inline': {
      if (!context.budget.spend(0)) return;
      const cell = inlinesOf(token.children ?? [], context);
      (row ?? table.head).push(cell);
    }
  }
}
