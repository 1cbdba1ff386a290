import type { Age, DateField, DateRange, Expression, Field, Query } from '../query/query.ts';
import type { ArticleTable } from './article-table.ts';
import { matchingWords } from './article-text.ts';
import type { ArticleFacet } from './facet.ts';
import { hasAttachment, isInState } from './flags.ts';
import { ageInstants, type Instants, rangeInstants } from './instants.ts';

/** A query made ready for one table: whether a row matches. Holds until the table changes. */
export type RowFilter = (row: number) => boolean;

const FACET_OF: { readonly [Name in Field['field']]: ArticleFacet } = {
  topic: 'topics',
  entity: 'entities',
  source: 'sources',
  lang: 'languages',
  tag: 'tags',
};

/**
 * The filter that `query` is, or null when it asks for nothing. A word or phrase without a letter or digit asks for
 * nothing wherever it stands, so that pasted text with a dash or an ampersand still finds what it names.
 */
export function rowFilter(query: Query, table: ArticleTable, now: number): RowFilter | null {
  switch (query.kind) {
    case 'all':
      return null;
    case 'and':
      return every(filters([...query.of].sort(cheapFirst), table, now));
    case 'or':
      return some(filters(query.of, table, now));
    case 'not': {
      const inside = rowFilter(query.of, table, now);
      return inside === null ? null : (row) => !inside(row);
    }
    case 'word':
      return textFilter(query.text, query.prefix, table);
    case 'phrase':
      return textFilter(query.text, false, table);
    case 'field':
      return valueFilter(query, table);
    case 'is':
      return (row) => isInState(table.flags[row] ?? 0, query.state);
    case 'has':
      return (row) => hasAttachment(table.flags[row] ?? 0, query.what);
    default:
      return timeFilter(query, table, now);
  }
}

function filters(parts: readonly Expression[], table: ArticleTable, now: number): readonly RowFilter[] {
  return parts.map((part) => rowFilter(part, table, now)).filter((filter) => filter !== null);
}

function every(parts: readonly RowFilter[]): RowFilter | null {
  return parts.length === 0 ? null : (row) => parts.every((matches) => matches(row));
}

function some(parts: readonly RowFilter[]): RowFilter | null {
  return parts.length === 0 ? null : (row) => parts.some((matches) => matches(row));
}

function cheapFirst(one: Expression, other: Expression): number {
  return Number(readsText(one)) - Number(readsText(other));
}

function readsText(part: Expression): boolean {
  if (part.kind === 'not') return readsText(part.of);
  if (part.kind === 'and' || part.kind === 'or') return part.of.some(readsText);
  return part.kind === 'word' || part.kind === 'phrase';
}

function textFilter(term: string, prefix: boolean, { words, wordIds }: ArticleTable): RowFilter | null {
  const sets = matchingWords(term, prefix, wordIds);
  return sets === null ? null : (row) => words.hasRun(row, sets);
}

function valueFilter({ field, value }: Field, { values, valueIds }: ArticleTable): RowFilter {
  const id = valueIds.find(FACET_OF[field], value);
  return id === null ? () => false : (row) => values.has(row, id);
}

function timeFilter(term: DateRange | Age, table: ArticleTable, now: number): RowFilter {
  const { from, to }: Instants = term.kind === 'date' ? rangeInstants(term) : ageInstants(term, now);
  const column = table[term.field satisfies DateField];
  return (row) => {
    const instant = column[row] ?? Number.NaN;
    return instant >= from && instant < to;
  };
}
