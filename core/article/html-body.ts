import { readHtml } from './html-tokens.ts';
import { InlineWriter } from './inline-writer.ts';
import { escapeLineStart, fencedLines, MarkdownWriter } from './markdown-writer.ts';
import { TableWriter } from './table-writer.ts';
import { decodeEntities } from './text.ts';

/**
 * A body that came as HTML, turned into Markdown, so that the product keeps and renders one form only. What Markdown has a
 * mark for is kept; the rest is kept as text; scripts, styles and embedded pages are left out.
 */

const BLOCK = 'p|div|h[1-6]|ul|ol|li|table|blockquote|pre|section|article|figure|header|main|br|hr';
const STARTS_WITH_TAG = new RegExp(
  `^\\s*<(?:${BLOCK}|!doctype|html|body|!--|strong|b|em|i|a|span|img)(?:[\\s/>]|--)`,
  'i',
);
const HAS_BLOCK_TAG = new RegExp(`</(?:${BLOCK})>|<br ?/?>`, 'i');
const STARTS_ESCAPED = new RegExp(`^\\s*&lt;(?:${BLOCK})(?:\\s|/|&gt;)`, 'i');
const MARKDOWN = /^#{1,6} |^(?:```|~~~)|\]\(https?:/m;
const CODE_SPAN = /`[^`\n]*`/g;

const LEFT_OUT: ReadonlySet<string> = new Set(
  'script style template iframe object svg math noscript head title textarea select canvas audio video'.split(' '),
);
const BREAKS_BLOCK: ReadonlySet<string> = new Set(
  'p div section article header footer main aside figure figcaption caption address details summary dl dt dd nav form body html hr'.split(
    ' ',
  ),
);

/** Whether a body is HTML rather than Markdown or plain text that mentions a tag. */
export function looksLikeHtml(text: string): boolean {
  if (STARTS_WITH_TAG.test(text) || STARTS_ESCAPED.test(text)) return true;
  return HAS_BLOCK_TAG.test(text) && !MARKDOWN.test(text) && HAS_BLOCK_TAG.test(text.replace(CODE_SPAN, ''));
}

/** The HTML as Markdown; HTML that was escaped once too often is unescaped first. */
export function htmlToMarkdown(html: string): string {
  const converter = new Converter();
  readHtml(STARTS_ESCAPED.test(html) ? decodeEntities(html) : html, {
    onOpen: (tag, attributes) => converter.open(tag, attributes),
    onClose: (tag) => converter.close(tag),
    onText: (text) => converter.text(text),
  });
  return converter.finish();
}

class Converter {
  readonly #writer = new MarkdownWriter();
  readonly #inline = new InlineWriter();
  /** What stands before the block being written: `## `. */
  #heading = '';
  /** The element being left out, and how many of its name are open. */
  #leftOut = { tag: '', open: 0 };
  /** The text of a `pre` and its language, while inside one. */
  #code: { text: string[]; language: string } | null = null;
  #table: TableWriter | null = null;

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#skips(tag, 1)) return;
    if (this.#code !== null) this.#openInCode(this.#code, tag, attributes);
    else if (this.#table?.open(tag)) return;
    else if (!this.#openBlock(tag, attributes)) this.#inline.open(tag, attributes);
  }

  close(tag: string): void {
    if (this.#skips(tag, -1)) return;
    if (this.#code !== null) {
      if (tag === 'pre') this.#endCode(this.#code);
    } else if (this.#table !== null && tag === 'table') this.#endTable(this.#table);
    else if (this.#table?.close(tag)) return;
    else if (!this.#closeBlock(tag)) this.#inline.close(tag);
  }

  text(text: string): void {
    if (this.#leftOut.open > 0) return;
    if (this.#code !== null) this.#code.text.push(text);
    else this.#inline.text(text);
  }

  finish(): string {
    if (this.#code !== null) this.#endCode(this.#code);
    if (this.#table !== null) this.#endTable(this.#table);
    this.#endBlock();
    return this.#writer.toString();
  }

  #skips(tag: string, change: 1 | -1): boolean {
    if (this.#leftOut.open === 0 && (change === -1 || !LEFT_OUT.has(tag))) return false;
    if (this.#leftOut.open === 0) this.#leftOut = { tag, open: 1 };
    else if (tag === this.#leftOut.tag) this.#leftOut.open += change;
    return true;
  }

  /** Whether the tag begins a block; if so, what was being written is ended. */
  #openBlock(tag: string, attributes: ReadonlyMap<string, string>): boolean {
    const heading = /^h([1-6])$/.exec(tag);
    if (heading !== null) this.#endBlock('#'.repeat(Number(heading[1])));
    else if (tag === 'ul' || tag === 'ol') this.#openContainer('list', tag === 'ol' ? startOf(attributes) : null);
    else if (tag === 'li') this.#openItem();
    else if (tag === 'blockquote') this.#openContainer('quote');
    else if (tag === 'pre') this.#startCode(attributes);
    else if (tag === 'table') this.#startTable();
    else if (BREAKS_BLOCK.has(tag)) this.#endBlock();
    else return false;
    if (tag === 'hr') this.#writer.add(['---']);
    return true;
  }

  #closeBlock(tag: string): boolean {
    if (tag === 'ul' || tag === 'ol') this.#closeContainer('list');
    else if (tag === 'li') this.#closeContainer('item');
    else if (tag === 'blockquote') this.#closeContainer('quote');
    else if (BREAKS_BLOCK.has(tag) || /^h[1-6]$/.test(tag)) this.#endBlock();
    else return false;
    return true;
  }

  #openContainer(kind: 'quote' | 'list' | 'item', start: number | null = null): void {
    this.#endBlock();
    this.#writer.open(kind, start);
  }

  #closeContainer(kind: 'quote' | 'list' | 'item'): void {
    this.#endBlock();
    this.#writer.close(kind);
  }

  /** An item's end tag may be left out. */
  #openItem(): void {
    this.#endBlock();
    if (this.#writer.isInItem) this.#writer.close('item');
    this.#writer.open('item');
  }

  /** Writes the block that was being written, and says what the next one is. */
  #endBlock(heading = ''): void {
    const lines = this.#inline.take();
    if (lines.length > 0 && this.#heading !== '') this.#writer.add([`${this.#heading} ${lines.join(' ')}`]);
    else if (lines.length > 0) this.#writer.add(breakLines(lines.map(escapeLineStart)));
    this.#heading = heading;
  }

  #startCode(attributes: ReadonlyMap<string, string>): void {
    this.#endBlock();
    this.#code = { text: [], language: languageOf(attributes) };
  }

  #openInCode(code: { text: string[]; language: string }, tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'br') code.text.push('\n');
    else if (tag === 'code') code.language ||= languageOf(attributes);
  }

  #endCode({ text, language }: { text: string[]; language: string }): void {
    this.#code = null;
    const code = text.join('').replace(/\r\n?/g, '\n');
    if (code.trim() !== '') this.#writer.add(fencedLines(code, language));
  }

  #startTable(): void {
    this.#endBlock();
    this.#table = new TableWriter(this.#inline);
  }

  #endTable(table: TableWriter): void {
    this.#table = null;
    const lines = table.finish();
    if (lines.length > 0) this.#writer.add(lines);
    this.#endBlock();
  }
}

/** Hard line breaks between the lines of a paragraph. */
function breakLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => (at < lines.length - 1 ? `${line}\\` : line));
}

function startOf(attributes: ReadonlyMap<string, string>): number {
  const start = attributes.get('start') ?? '';
  return /^\d{1,8}$/.test(start) ? Number(start) : 1;
}

function languageOf(attributes: ReadonlyMap<string, string>): string {
  const classes = attributes.get('class') ?? '';
  return /(?:^|\s)(?:language|lang|highlight-source)-([\w+#.-]{1,30})/.exec(classes)?.[1] ?? '';
}
