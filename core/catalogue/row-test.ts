import type { Age, DateRange, Field, FieldTerm } from '../query/query.ts';
import type { ArticleFacet } from './facet.ts';
import { hasAttachment, isInState } from './flags.ts';
import { ageInstants, rangeInstants } from './instants.ts';
import type { Moment } from './moment.ts';
import { hasValue } from './rows.ts';

/** Whether a row meets a condition. */
export type RowTest = (row: number) => boolean;

const FACET_OF: { readonly [Name in Field['field']]: ArticleFacet } = {
  topic: 'topics',
  entity: 'entities',
  source: 'sources',
  lang: 'languages',
  tag: 'tags',
};

/** The id of the value that `term` asks for, -1 when no article had it. */
export function askedValue({ field, value }: Field, { values }: Moment): number {
  return values.find(FACET_OF[field], value);
}

/** The test that `term` is for the rows of a moment. */
export function rowTest(term: FieldTerm, moment: Moment, now: number): RowTest {
  const { rows } = moment;
  switch (term.kind) {
    case 'field': {
      const id = askedValue(term, moment);
      return id === -1 ? () => false : (row) => hasValue(rows, row, id);
    }
    case 'is':
      return (row) => isInState(rows.flags[row] as number, term.state);
    case 'has':
      return (row) => hasAttachment(rows.flags[row] as number, term.what);
    default:
      return timeTest(term, moment, now);
  }
}

function timeTest(term: DateRange | Age, { rows }: Moment, now: number): RowTest {
  const { from, to } = term.kind === 'date' ? rangeInstants(term) : ageInstants(term, now);
  const column = rows[term.field];
  return (row) => {
    const instant = column[row] as number;
    return instant >= from && instant < to;
  };
}
