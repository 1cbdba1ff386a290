import type { Facet } from '../catalogue/facet.ts';
import { FIELD_OF } from '../catalogue/facet-field.ts';
import { fieldKey } from './field-key.ts';
import { type DateRange, type Expression, STATES, type Term } from './query.ts';

/** How the values of facets are written as terms of a query, and recognised in one. */

/** The values of `facet` that `part` of a query's top level includes: one, those of a group, or none. */
export function includedIn(facet: Facet, part: Expression): readonly string[] {
  const values = (isGroup(part) ? part.of : [part]).map((term) => valueIn(facet, term));
  return values.every((value) => value !== null) ? values : [];
}

/** Whether `part` is a group of alternatives. */
export function isGroup(part: Expression): part is Extract<Expression, { kind: 'or' }> {
  return part.kind === 'or';
}

/** The facet value that `part` asks for, or null when it asks for something else. */
export function valueIn(facet: Facet, part: Expression): string | null {
  if (facet === 'state') return part.kind === 'is' ? part.state : null;
  if (facet === 'months') return isMonthRange(part) && part.from === part.to ? part.from : null;
  return part.kind === 'field' && part.field === FIELD_OF[facet] ? part.value : null;
}

/** Whether `part` is what a row of months can show: whole months of publication. */
export function isMonthRange(part: Expression): part is DateRange {
  const isMonth = (end: string | null) => end === null || end.length === 'YYYY-MM'.length;
  return part.kind === 'date' && part.field === 'published' && isMonth(part.from) && isMonth(part.to);
}

/** The term that asks for `value` of `facet`; null when there is no such state. */
export function termOf(facet: Facet, value: string): Term | null {
  if (facet === 'months') return { kind: 'date', field: 'published', from: value, to: value };
  if (facet !== 'state') return { kind: 'field', field: FIELD_OF[facet], value };
  const state = STATES.find((known) => known === value);
  return state === undefined ? null : { kind: 'is', state };
}

/** Whether two spellings name the same value of `facet`. */
export function isSame(facet: Facet, one: string, other: string): boolean {
  if (facet === 'months' || facet === 'state') return one === other;
  return fieldKey(FIELD_OF[facet], one) === fieldKey(FIELD_OF[facet], other);
}
