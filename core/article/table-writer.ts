import type { InlineWriter } from './inline-writer.ts';

/** Writes an HTML table as a Markdown table in GitHub's form. Blocks inside a cell only part its words; inner tables join in. */

const MOST_COLUMNS = 50;
const ROW_PART = /^(?:table|thead|tbody|tfoot|colgroup|col)$/;
const BLOCK_IN_CELL =
  /^(?:br|hr|p|div|h[1-6]|ul|ol|li|dl|dt|dd|pre|blockquote|section|article|aside|header|footer|main|nav|form|figure|figcaption|address|details|summary)$/;

export class TableWriter {
  readonly #inline: InlineWriter;
  readonly #rows: string[][] = [];
  #isInCell = false;

  /** The text of cells is written by `inline`, which must be empty. */
  constructor(inline: InlineWriter) {
    this.#inline = inline;
  }

  /** Whether the tag is the table's own business, and not inline. */
  open(tag: string): boolean {
    if (tag === 'tr' || tag === 'td' || tag === 'th') {
      this.#endCell();
      if (tag === 'tr' || this.#rows.length === 0) this.#rows.push([]);
      this.#isInCell = tag !== 'tr';
      return true;
    }
    return this.#isLayout(tag);
  }

  /** As `open`, for an end tag. */
  close(tag: string): boolean {
    if (tag !== 'tr' && tag !== 'td' && tag !== 'th') return this.#isLayout(tag);
    this.#endCell();
    return true;
  }

  /** The table so far, its first row the head; rows are brought to one width. Empty when no cell has ink. */
  finish(): readonly string[] {
    this.#endCell();
    const filled = this.#rows.filter((cells) => cells.some((cell) => cell !== ''));
    const width = Math.min(MOST_COLUMNS, Math.max(0, ...filled.map(({ length }) => length)));
    const [head, ...body] = filled.map((cells) => printRow(cells, width));
    return head === undefined ? [] : [head, `|${' --- |'.repeat(width)}`, ...body];
  }

  #isLayout(tag: string): boolean {
    if (BLOCK_IN_CELL.test(tag)) this.#inline.text(' ');
    return BLOCK_IN_CELL.test(tag) || ROW_PART.test(tag);
  }

  #endCell(): void {
    if (!this.#isInCell) return;
    this.#rows.at(-1)?.push(this.#inline.take().join(' '));
    this.#isInCell = false;
  }
}

function printRow(cells: readonly string[], width: number): string {
  const padded = Array.from({ length: width }, (_, at) => (cells[at] ?? '').replaceAll('|', '\\|'));
  return `| ${padded.join(' | ')} |`;
}
