import type { Facet } from '../catalogue/facet.ts';
import { fieldKey } from './field-key.ts';
import { allOf, conjuncts, type Expression, not, type Query, STATES, type Term, type ValueField } from './query.ts';

/**
 * Facets and query text are two views of one query. A ticked value is a term at the top level of the query, an excluded
 * one the same term under `Not`; whatever else the query says is none of the facets' business and stays.
 */

/** How a facet value stands in a query: articles must have it, must not have it, or either. */
export type FacetChoice = 'include' | 'exclude' | null;

export interface ChosenValue {
  readonly value: string;
  readonly choice: 'include' | 'exclude';
}

const FIELD_OF: { readonly [Name in Exclude<Facet, 'months' | 'state'>]: ValueField } = {
  topics: 'topic',
  entities: 'entity',
  sources: 'source',
  languages: 'lang',
  tags: 'tag',
};

/** The values of `facet` that `query` includes or excludes at its top level, in its order. */
export function chosenValues(query: Query, facet: Facet): readonly ChosenValue[] {
  return conjuncts(query).flatMap((part): readonly ChosenValue[] => {
    const value = valueIn(facet, part.kind === 'not' ? part.of : part);
    return value === null ? [] : [{ value, choice: part.kind === 'not' ? 'exclude' : 'include' }];
  });
}

/** How `value` of `facet` stands at the top level of `query`; when it stands there twice, the last one counts. */
export function facetChoice(query: Query, facet: Facet, value: string): FacetChoice {
  return chosenValues(query, facet).findLast((chosen) => isSame(facet, chosen.value, value))?.choice ?? null;
}

/** `query` with `value` of `facet` standing as `choice`, newest choice last; everything else is kept, in its order. */
export function withFacetChoice(query: Query, facet: Facet, value: string, choice: FacetChoice): Query {
  const others = conjuncts(query).filter((part) => {
    const standing = valueIn(facet, part.kind === 'not' ? part.of : part);
    return standing === null || !isSame(facet, standing, value);
  });
  const term = termOf(facet, value);
  if (choice === null || term === null) return allOf(others);
  return allOf([...others, choice === 'include' ? term : not(term)]);
}

/** The facet value that `part` asks for, or null when it asks for something else. */
function valueIn(facet: Facet, part: Expression): string | null {
  if (facet === 'state') return part.kind === 'is' ? part.state : null;
  if (facet === 'months') return isMonth(part) ? part.from : null;
  return part.kind === 'field' && part.field === FIELD_OF[facet] ? part.value : null;
}

function isMonth(part: Expression): part is Term & { kind: 'date'; from: string } {
  return part.kind === 'date' && part.field === 'published' && part.from === part.to && part.from?.length === 7;
}

function termOf(facet: Facet, value: string): Term | null {
  if (facet === 'months') return { kind: 'date', field: 'published', from: value, to: value };
  if (facet !== 'state') return { kind: 'field', field: FIELD_OF[facet], value };
  const state = STATES.find((known) => known === value);
  return state === undefined ? null : { kind: 'is', state };
}

function isSame(facet: Facet, one: string, other: string): boolean {
  if (facet === 'months' || facet === 'state') return one === other;
  return fieldKey(FIELD_OF[facet], one) === fieldKey(FIELD_OF[facet], other);
}
