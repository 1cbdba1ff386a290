import type { WebAddress } from './link.ts';

/**
 * The article body as plain data: what the reader draws. There is no raw HTML, no attribute and no identifier in it, so
 * nothing a stranger wrote can become anything but these few kinds of node.
 */
export interface ReadingTree {
  readonly blocks: readonly Block[];
  /** Whether something of the body is not in `blocks`, because a limit was met. */
  readonly truncated: boolean;
}

export type Block = Heading | Paragraph | List | Quote | Code | Table | Rule;

export interface Heading {
  readonly kind: 'heading';
  /** The rank in the page, under the headline's 1: 2 to 6, and never more than one deeper than the heading before. */
  readonly level: HeadingLevel;
  readonly content: readonly Inline[];
}
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Whether it stands in a tight list, where it has no space around it. */
  readonly tight: boolean;
  readonly content: readonly Inline[];
}

export interface List {
  readonly kind: 'list';
  /** The number of the first item, or null for a list without numbers. */
  readonly start: number | null;
  readonly items: readonly (readonly Block[])[];
}

export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

export interface Code {
  readonly kind: 'code';
  /** As the author named it (`python`), or null. */
  readonly language: string | null;
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  /** One for each column. */
  readonly alignments: readonly Alignment[];
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
export type Alignment = 'start' | 'center' | 'end';
export type TableCell = readonly Inline[];

export interface Rule {
  readonly kind: 'rule';
}

export type Inline = Text | Emphasis | InlineCode | Link | Image | Break;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

export interface Emphasis {
  readonly kind: 'emphasis' | 'strong' | 'strike';
  readonly content: readonly Inline[];
}

export interface InlineCode {
  readonly kind: 'inline-code';
  readonly text: string;
}

export interface Link {
  readonly kind: 'link';
  readonly address: WebAddress;
  /** Where the link really goes, when its text could make one think otherwise; else null. */
  readonly host: string | null;
  readonly content: readonly Inline[];
}

/** A picture the article shows. It is never loaded: the reader sees its description, and a link where there is one. */
export interface Image {
  readonly kind: 'image';
  readonly description: string;
  readonly address: WebAddress | null;
}

export interface Break {
  readonly kind: 'break';
}
