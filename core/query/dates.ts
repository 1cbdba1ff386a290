import type { Age, AgeUnit, DateField, DateRange } from './query.ts';

/** The dates of the language as text: `2026`, `2026-06`, `2026-06-28`, `A..B` with one end open at most, `>7d`, `<30d`. */

const DATE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const AGE = /^([<>])(\d{1,4})([dwmy])$/;

/** Year, month (1 to 12) and day of a written date; what it leaves open is null. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The parts of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or null when `text` is no day, month or year of the calendar. */
export function parseDate(text: string): DateParts | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const parts = { year: Number(year), month: numberOrNull(month), day: numberOrNull(day) };
  return parts.month === null || parts.day === null || parts.day <= daysIn(parts.year, parts.month) ? parts : null;
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The condition that `text` puts on `field`, or null when it is no date of the language. */
export function parseDateTerm(field: DateField, text: string): DateRange | Age | null {
  return parseAge(field, text) ?? parseRange(field, text);
}

function parseAge(field: DateField, text: string): Age | null {
  const [, sign, count, unit] = AGE.exec(text) ?? [];
  if (sign === undefined) return null;
  return { kind: 'age', field, relation: sign === '<' ? 'under' : 'over', count: Number(count), unit: unit as AgeUnit };
}

function parseRange(field: DateField, text: string): DateRange | null {
  const [from = '', to = from, ...others] = text.split('..');
  const isEnd = (end: string) => end === '' || parseDate(end) !== null;
  if (others.length > 0 || !isEnd(from) || !isEnd(to) || (from === '' && to === '')) return null;
  return { kind: 'date', field, from: from === '' ? null : from, to: to === '' ? null : to };
}

/** The text of a date condition, without its field. */
export function printDateTerm(term: DateRange | Age): string {
  if (term.kind === 'age') return `${term.relation === 'under' ? '<' : '>'}${term.count}${term.unit}`;
  return term.from === term.to ? `${term.from}` : `${term.from ?? ''}..${term.to ?? ''}`;
}
