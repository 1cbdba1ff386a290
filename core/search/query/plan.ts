import type { FieldTerm, Phrase, Query, Word } from '../../query/query.ts';
import { gramsOf, isRun, searchWords } from '../analysis/search-words.ts';
import { termOf } from '../analysis/term-table.ts';

/** One term, or all terms that begin with it, at a fixed place in a piece of text. */
export interface Unit {
  readonly term: Uint8Array;
  readonly prefix: boolean;
}

/** A word or phrase: units that stand side by side. */
export interface TextNode {
  readonly kind: 'text';
  readonly units: readonly [Unit, ...Unit[]];
  /**
   * Whether it only selects: a prefix of one or two letters, alone, tells nothing about which article is the best, and
   * adds nothing to the score.
   */
  readonly onlySelects: boolean;
}

export interface FieldNode {
  readonly kind: 'field';
  readonly term: FieldTerm;
}

export interface NotNode {
  readonly kind: 'not';
  readonly of: PlanNode;
}

export interface GroupNode {
  readonly kind: 'and' | 'or';
  readonly of: readonly PlanNode[];
}

export type PlanNode = TextNode | FieldNode | NotNode | GroupNode;

/**
 * What a query asks of the index; null when it asks for nothing, and everything matches. A word or phrase without a
 * letter or digit asks for nothing wherever it stands.
 */
export function planQuery(query: Query): PlanNode | null {
  switch (query.kind) {
    case 'all':
      return null;
    case 'word':
    case 'phrase':
      return planText(query);
    case 'not': {
      const of = planQuery(query.of);
      return of === null ? null : { kind: 'not', of };
    }
    case 'and':
    case 'or': {
      const of = query.of.map(planQuery).filter((node) => node !== null);
      return of.length < 2 ? (of[0] ?? null) : { kind: query.kind, of };
    }
    default:
      return { kind: 'field', term: query };
  }
}

function planText(query: Word | Phrase): TextNode | null {
  const units = unitsOf(searchWords(query.text), query.kind === 'word' && query.prefix);
  const [first, ...others] = units;
  if (first === undefined) return null;
  return { kind: 'text', units: [first, ...others], onlySelects: others.length === 0 && isShortPrefix(first) };
}

/**
 * The units of adjacent words. A run of a script without spaces may begin and end anywhere inside a longer run: its
 * grams are looked for, and the single letter that ends a run only where another word follows.
 */
function unitsOf(words: readonly string[], prefix: boolean): readonly Unit[] {
  return words.flatMap((word, index) => {
    const isLast = index === words.length - 1;
    if (!isRun(word)) return [{ term: termOf(word), prefix: isLast && prefix }];
    const grams = gramsOf(word).map((gram) => ({ term: termOf(gram), prefix: false }));
    const end = grams.pop() as Unit;
    if (!isLast) return [...grams, end];
    return grams.length > 0 ? grams : [{ ...end, prefix: true }];
  });
}

function isShortPrefix({ term, prefix }: Unit): boolean {
  return prefix && term.filter((byte) => (byte & 0xc0) !== 0x80).length <= 2;
}

/** The words and phrases of a plan that are not excluded, in the order of the query. */
export function positiveTexts(node: PlanNode | null): readonly TextNode[] {
  if (node === null || node.kind === 'not' || node.kind === 'field') return [];
  return node.kind === 'text' ? [node] : node.of.flatMap(positiveTexts);
}
