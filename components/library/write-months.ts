import type { MonthSpan } from './month-scale.ts';

/** Months by number (`month-scale.ts`) in the words of a language. */
export interface WriteMonths {
  /** "June 2026" */
  month(number: number): string;
  /** "Jun 2026" */
  short(number: number): string;
  /** "2026" */
  year(number: number): string;
  /** "Mar – Jun 2026" */
  span(span: MonthSpan): string;
}

/** Writes months for the BCP 47 tag `locale`. */
export function monthWriter(locale: string): WriteMonths {
  const long = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
  return {
    month: (number) => long.format(timeOf(number)),
    short: (number) => short.format(timeOf(number)),
    year: (number) => year.format(timeOf(number)),
    span: ({ from, to }) => short.formatRange(timeOf(from), timeOf(to)),
  };
}

function timeOf(number: number): number {
  return new Date(0).setUTCFullYear(Math.floor(number / 12), number % 12, 1);
}
