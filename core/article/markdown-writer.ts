import { foldSpace } from './text.ts';

/**
 * Writes Markdown block by block: knows the quotes and lists a block stands in, and puts their marks before its lines.
 * Inline text comes already written; this file only lays it out.
 */

/** Deeper quotes and lists are flattened: nobody reads them, and each level costs every line below it a prefix. */
const DEEPEST = 12;

interface Container {
  readonly kind: 'quote' | 'list' | 'item';
  /** For a list: the number of its next item, or null for bullets. */
  next: number | null;
  /** For an item: `- ` or `3. `, and whether it still has to be written. */
  readonly marker: string;
  isFresh: boolean;
}

export class MarkdownWriter {
  readonly #lines: string[] = [];
  readonly #containers: Container[] = [];
  /** Containers opened beyond the deepest level, which leave no trace. */
  #ignored = 0;
  #previous: readonly Container[] = [];

  /** Opens a quote, a list (numbered from `start`, bulleted when null) or an item of the innermost list. */
  open(kind: Container['kind'], start: number | null = null): void {
    if (this.#containers.length >= DEEPEST || this.#ignored > 0) this.#ignored += 1;
    else
      this.#containers.push({
        kind,
        next: start,
        marker: kind === 'item' ? this.#nextMarker() : '',
        isFresh: kind === 'item',
      });
  }

  /** Closes the innermost open container of that kind and all inside it; nothing when there is none. */
  close(kind: Container['kind']): void {
    if (this.#ignored > 0) this.#ignored -= 1;
    else {
      const at = this.#containers.findLastIndex((container) => container.kind === kind);
      if (at !== -1) this.#containers.length = at;
    }
  }

  /** Whether the innermost container is an item. */
  get isInItem(): boolean {
    return this.#containers.at(-1)?.kind === 'item';
  }

  /** Adds a block of one or more lines. */
  add(lines: readonly string[]): void {
    this.#separate();
    for (const text of lines) this.#lines.push((this.#prefix() + text).trimEnd());
    this.#previous = [...this.#containers];
  }

  toString(): string {
    return this.#lines.join('\n');
  }

  /** A blank line between blocks, except between the items of one list. */
  #separate(): void {
    if (this.#lines.length === 0) return;
    const shared = this.#containers.filter((container, at) => this.#previous[at] === container);
    const startsItem = this.#containers.some((container) => container.isFresh);
    if (startsItem && shared.some(({ kind }) => kind === 'list')) return;
    this.#lines.push(shared.map(continuation).join('').trimEnd());
  }

  #prefix(): string {
    return this.#containers
      .map((container) => {
        if (!container.isFresh) return continuation(container);
        container.isFresh = false;
        return container.marker;
      })
      .join('');
  }

  #nextMarker(): string {
    const list = this.#containers.findLast(({ kind }) => kind === 'list');
    if (list === undefined || list.next === null) return '- ';
    list.next += 1;
    return `${list.next - 1}. `;
  }
}

function continuation({ kind, marker }: Container): string {
  if (kind === 'quote') return '> ';
  return ' '.repeat(marker.length);
}

/** Lines of a fenced block whose fence is longer than any run of backticks in it. */
export function fencedLines(code: string, language: string): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return [fence + language, ...code.replace(/^\n/, '').trimEnd().split('\n'), fence];
}

/** Inline code, its delimiter longer than any run of backticks in it. */
export function inlineCode(code: string): string {
  const text = foldSpace(code);
  const run = longestRun(text);
  const fence = '`'.repeat(run + 1);
  return run === 0 ? fence + text + fence : `${fence} ${text} ${fence}`;
}

/** Text as it must be written to be read as itself. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}

/** Escapes what would make a line a heading, a quote or a list item. */
export function escapeLineStart(line: string): string {
  return line.replace(/^([#>+=-]|~{3})/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
