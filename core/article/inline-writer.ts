import { escapeText, inlineCode } from './markdown-writer.ts';
import { foldSpace } from './text.ts';

/** Writes the inline part of a block as Markdown: emphasis, links, images, code, line breaks. */

const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};
const LINE_BREAK = '\n';

/** Deeper inline elements are taken as plain text. */
const DEEPEST = 20;

interface Frame {
  readonly tag: string;
  readonly href: string | null;
  readonly pieces: string[];
}

export class InlineWriter {
  #frames: Frame[] = [{ tag: '', href: null, pieces: [] }];
  /** Text as it came, in pieces; escaped when it is whole, because `&` and `amp;` may come apart. */
  #unwritten: string[] = [];

  text(text: string): void {
    this.#unwritten.push(text);
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    this.#writeText();
    if (tag === 'br') this.#add(LINE_BREAK);
    else if (this.#isInCode) return;
    else if (tag === 'img') this.#add(image(attributes));
    else if (this.#frames.length < DEEPEST && isKept(tag))
      this.#frames.push({ tag, href: tag === 'a' ? safeTarget(attributes.get('href') ?? '') : null, pieces: [] });
  }

  close(tag: string): void {
    this.#writeText();
    const at = this.#frames.findLastIndex((frame) => frame.tag === tag);
    if (at > 0) this.#closeTo(at);
  }

  /** The lines written so far, white space folded; starts anew. Empty when there is no ink. */
  take(): readonly string[] {
    this.#writeText();
    this.#closeTo(1);
    const pieces = this.#frames[0]?.pieces.splice(0) ?? [];
    return pieces
      .join('')
      .split(LINE_BREAK)
      .map(foldSpace)
      .filter((line) => line !== '');
  }

  /** Code has no marks inside. */
  get #isInCode(): boolean {
    return this.#frames.at(-1)?.tag === 'code';
  }

  #closeTo(depth: number): void {
    while (this.#frames.length > depth) {
      const frame = this.#frames.pop();
      if (frame !== undefined) this.#add(printFrame(frame));
    }
  }

  #writeText(): void {
    if (this.#unwritten.length === 0) return;
    const text = this.#unwritten.splice(0).join('');
    this.#add(this.#isInCode ? text : escapeText(text.replace(/\s{2,}|[^\S ]/g, ' ')));
  }

  #add(text: string): void {
    this.#frames.at(-1)?.pieces.push(text);
  }
}

function isKept(tag: string): boolean {
  return tag === 'a' || tag === 'code' || Object.hasOwn(MARKS, tag);
}

/** Marks must touch the text they mark, so white space at the ends goes outside. */
function printFrame({ tag, href, pieces }: Frame): string {
  const inner = pieces.join('');
  const text = inner.trim();
  if (text === '') return inner === '' ? '' : ' ';
  const before = /^\s/.test(inner) ? ' ' : '';
  const after = /\s$/.test(inner) ? ' ' : '';
  return before + printMarked(tag, href, text) + after;
}

function printMarked(tag: string, href: string | null, text: string): string {
  if (tag === 'code') return inlineCode(text);
  if (tag === 'a') return href === null ? text : `[${text.replaceAll(LINE_BREAK, ' ')}](${href})`;
  const mark = MARKS[tag] ?? '';
  // A mark does not reach over a line break.
  return text
    .split(LINE_BREAK)
    .map((line) => (line.trim() === '' ? '' : mark + line.trim() + mark))
    .join(LINE_BREAK);
}

function image(attributes: ReadonlyMap<string, string>): string {
  const target = safeTarget(attributes.get('src') ?? '');
  const words = escapeText(foldSpace(attributes.get('alt') ?? ''));
  return target === null ? words : `![${words}](${target})`;
}

/** A link's target for Markdown, or null when it is none that may be followed; relative ones stay relative. */
function safeTarget(href: string): string | null {
  const target = [...href].filter((character) => character > ' ').join('');
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(target)?.[0].toLowerCase();
  if (target === '' || (scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme))) return null;
  return target.replace(/[()<>\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
