import { parseDate } from '../query/dates.ts';
import type { Age, DateField, DateRange } from '../query/query.ts';

/**
 * Dates of a query as instants. The site's dates (`published`, `updated`) are read in UTC, as the site writes them; the
 * reader's own (`saved`) in the time zone of the machine, as the reader remembers them.
 */

const DAY_MS = 86_400_000;

/** Milliseconds since 1970 as `from` (the first that counts) and `to` (the first that does not), infinite when open. */
export interface Instants {
  readonly from: number;
  readonly to: number;
}

/** The instants of a date range. */
export function rangeInstants({ field, from, to }: DateRange): Instants {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : boundary(field, from, 0),
    to: to === null ? Number.POSITIVE_INFINITY : boundary(field, to, 1),
  };
}

/** The instants of an age, counted back from `now`: days and weeks by the clock, months and years by the UTC calendar. */
export function ageInstants({ relation, count, unit }: Age, now: number): Instants {
  const limit =
    unit === 'd' || unit === 'w'
      ? now - count * DAY_MS * (unit === 'w' ? 7 : 1)
      : monthsBefore(now, count * (unit === 'y' ? 12 : 1));
  // The very instant of the limit is as old as was asked for, so it is not under it.
  return relation === 'under'
    ? { from: limit + 1, to: Number.POSITIVE_INFINITY }
    : { from: Number.NEGATIVE_INFINITY, to: limit + 1 };
}

/** The start of the written date, or with `step` 1 of the day, month or year after it. */
function boundary(field: DateField, date: string, step: 0 | 1): number {
  const parts = parseDate(date);
  if (parts === null) return Number.NaN;
  const { year, month, day } = parts;
  if (month === null) return instant(field, year + step, 0, 1);
  if (day === null) return instant(field, year, month - 1 + step, 1);
  return instant(field, year, month - 1, day + step);
}

function instant(field: DateField, year: number, monthIndex: number, day: number): number {
  return field === 'saved' ? new Date(year, monthIndex, day).getTime() : Date.UTC(year, monthIndex, day);
}

/** The same day and time `months` earlier, or the month's last day where it has no such day. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}
