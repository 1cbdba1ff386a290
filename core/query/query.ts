/**
 * The query: what a reader looks for, as a value. The text of the search box, the ticks in the facets and the address
 * of the page are three spellings of one `Query`; `parse-query.ts` and `print-query.ts` go between text and value.
 *
 * A query built with `and`, `or` and `not` is in normal form: no `And` directly in an
 * `And`, no `Or` directly in an `Or`, no `Not` of a `Not`, and `All` only as the whole query.
 */

/** The fields whose values are facet values, as written before the colon. */
export const VALUE_FIELDS = ['topic', 'entity', 'source', 'lang', 'tag'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

export const STATES = ['unread', 'read', 'starred', 'archived'] as const;
export type State = (typeof STATES)[number];

export const ATTACHMENTS = ['note', 'highlight', 'revision'] as const;
export type Attachment = (typeof ATTACHMENTS)[number];

/** `published` and `updated` are the article's `datePublished` and `dateModified`; `saved` is when the reader saved it. */
export const DATE_FIELDS = ['published', 'saved', 'updated'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** Every field name of the language, in the order a help text lists them. */
export const FIELD_NAMES = [...VALUE_FIELDS, 'is', 'has', ...DATE_FIELDS] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Days, weeks, months, years. */
export type AgeUnit = 'd' | 'w' | 'm' | 'y';

/** Matches every article: the empty query. */
export interface All {
  readonly kind: 'all';
}

/** A word of the article's text; with `prefix`, any word that begins so. `text` is as typed, never empty. */
export interface Word {
  readonly kind: 'word';
  readonly text: string;
  readonly prefix: boolean;
}

/** Words that stand side by side in the article's text. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
}

export interface Field {
  readonly kind: 'field';
  readonly field: ValueField;
  readonly value: string;
}

export interface Is {
  readonly kind: 'is';
  readonly state: State;
}

export interface Has {
  readonly kind: 'has';
  readonly what: Attachment;
}

/** From the first day of `from` to the last day of `to`, each `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null = open, not both. */
export interface DateRange {
  readonly kind: 'date';
  readonly field: DateField;
  readonly from: string | null;
  readonly to: string | null;
}

/** `<30d` (`under`): less than thirty days ago. `>7d` (`over`): seven days ago or longer. Stays relative to the clock. */
export interface Age {
  readonly kind: 'age';
  readonly field: DateField;
  readonly relation: 'under' | 'over';
  /** A whole number, 0 to 9999. */
  readonly count: number;
  readonly unit: AgeUnit;
}

export interface Not {
  readonly kind: 'not';
  readonly of: Expression;
}

type TwoOrMore = readonly [Expression, Expression, ...Expression[]];

export interface And {
  readonly kind: 'and';
  readonly of: TwoOrMore;
}

export interface Or {
  readonly kind: 'or';
  readonly of: TwoOrMore;
}

/** A condition that is no text: the catalogue decides it. */
export type FieldTerm = Field | Is | Has | DateRange | Age;
/** A single condition. */
export type Term = Word | Phrase | FieldTerm;
export type Expression = Term | Not | And | Or;
export type Query = All | Expression;

export const ALL: All = { kind: 'all' };

function flatten(kind: 'and' | 'or', parts: readonly Expression[]): readonly Expression[] {
  return parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
}

function hasTwo(parts: readonly Expression[]): parts is TwoOrMore {
  return parts.length >= 2;
}

/** What matches `first` and all of `others`. */
export function and(first: Expression, ...others: readonly Expression[]): Expression {
  const of = flatten('and', [first, ...others]);
  return hasTwo(of) ? { kind: 'and', of } : first;
}

/** What matches `first` or any of `others`. */
export function or(first: Expression, ...others: readonly Expression[]): Expression {
  const of = flatten('or', [first, ...others]);
  return hasTwo(of) ? { kind: 'or', of } : first;
}

/** What does not match `part`. */
export function not(part: Expression): Expression {
  return part.kind === 'not' ? part.of : { kind: 'not', of: part };
}

/** The parts that must all match: the top level of `query` as a list, empty for `All`. */
export function conjuncts(query: Query): readonly Expression[] {
  if (query.kind === 'all') return [];
  return query.kind === 'and' ? query.of : [query];
}

/** The query that all of `parts` must match: what `conjuncts` takes apart. */
export function allOf(parts: readonly Expression[]): Query {
  const [first, ...others] = parts;
  return first === undefined ? ALL : and(first, ...others);
}

/** The same query in normal form. */
export function normalise(query: Query): Query {
  return query.kind === 'all' ? query : normaliseExpression(query);
}

function normaliseExpression(part: Expression): Expression {
  if (part.kind === 'not') return not(normaliseExpression(part.of));
  if (part.kind !== 'and' && part.kind !== 'or') return part;
  const [first, ...others] = part.of;
  const combine = part.kind === 'and' ? and : or;
  return combine(normaliseExpression(first), ...others.map(normaliseExpression));
}
