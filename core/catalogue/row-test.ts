import type { Age, DateRange, Field, FieldTerm, Has, Is } from '../query/query.ts';
import { FACET_OF } from './facet-field.ts';
import { hasAttachment, isInState } from './flags.ts';
import { ageInstants, type Instants, rangeInstants } from './instants.ts';
import type { Moment } from './moment.ts';
import { hasValue } from './rows.ts';

/** What a condition means for a row. */

/** The id of the value that `term` asks for, -1 when no article had it. */
export function askedValue({ field, value }: Field, { values }: Moment): number {
  return values.find(FACET_OF[field], value);
}

/** The instants that `term` asks for. */
export function askedInstants(term: DateRange | Age, now: number): Instants {
  return term.kind === 'date' ? rangeInstants(term) : ageInstants(term, now);
}

/** A condition that flags decide. */
export type FlagTerm = Is | Has;

/** Whether a set of flags meets `term`. */
export function flagTest(term: FlagTerm): (flags: number) => boolean {
  return (flags) => (term.kind === 'is' ? isInState(flags, term.state) : hasAttachment(flags, term.what));
}

/** Whether a row of the moment meets `term`. */
export function rowTest(term: FieldTerm, moment: Moment, now: number): (row: number) => boolean {
  const { rows } = moment;
  switch (term.kind) {
    case 'field': {
      const id = askedValue(term, moment);
      return id === -1 ? () => false : (row) => hasValue(rows, row, id);
    }
    case 'is':
    case 'has': {
      const meets = flagTest(term);
      return (row) => meets(rows.flags[row] as number);
    }
    default: {
      const { from, to } = askedInstants(term, now);
      const instants = rows[term.field];
      return (row) => (instants[row] as number) >= from && (instants[row] as number) < to;
    }
  }
}
