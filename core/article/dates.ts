/**
 * Dates as the site and other programs write them, brought to one of two forms: an instant (`2026-06-28T04:40:03.000Z`) or
 * a day (`2026-06-28`). `Date.parse` is not used: what it makes of anything but the ISO form depends on the browser.
 */

/** Years an article can be from; also keeps every date four digits long, so that dates sort as text. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/** ISO 8601 and RFC 3339, with a space for the T as Python prints it, any fraction, and an optional offset. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
/** RFC 5322, `Sun, 28 Jun 2026 04:40:03 +0000`. */
const MAIL =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3,9}) (\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))? ?(Z|UTC|GMT|[+-]\d{4})?)?$/i;
/** As the site's pages print it, `Jun 28, 2026`. */
const PRINTED_DAY = /^([a-z]{3,9})\.? (\d{1,2}), (\d{4})$/i;
const EPOCH = /^\d{9,14}$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Epoch numbers below this are seconds, above it milliseconds: the year 5138 in seconds, 1973 in milliseconds. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, or `YYYY-MM-DD` when only a day is told, or null when `value` is no date. No offset means UTC. */
export function readDate(value: unknown): string | null {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.replace(/\s+/g, ' ').trim();
  if (EPOCH.test(text)) return fromEpoch(Number(text));
  return fromIso(text) ?? fromCompactDay(text) ?? fromMail(text) ?? fromPrintedDay(text);
}

/** Milliseconds since 1970 of a date in one of the two forms of `readDate`; a day counts from its midnight in UTC. */
export function timeOfDate(date: string): number {
  return new Date(date.length === 10 ? `${date}T00:00:00.000Z` : date).getTime();
}

function fromEpoch(value: number): string | null {
  if (!(value > 0)) return null;
  return printInstant(new Date(value < FIRST_MILLISECONDS ? value * 1000 : value));
}

function fromIso(text: string): string | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const date = dayOf(Number(year), Number(month), Number(day));
  if (hour === undefined) return printDay(date);
  return atTime(date, { hour, minute, second, fraction, offset });
}

function fromCompactDay(text: string): string | null {
  const match = COMPACT_DAY.exec(text);
  return match && printDay(dayOf(Number(match[1]), Number(match[2]), Number(match[3])));
}

function fromMail(text: string): string | null {
  const match = MAIL.exec(text);
  if (match === null) return null;
  const [, day, month, year, hour, minute, second, offset] = match;
  const date = dayOf(Number(year), monthOf(month), Number(day));
  return hour === undefined ? printDay(date) : atTime(date, { hour, minute, second, offset });
}

function fromPrintedDay(text: string): string | null {
  const match = PRINTED_DAY.exec(text);
  return match && printDay(dayOf(Number(match[3]), monthOf(match[1]), Number(match[2])));
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Midnight in UTC, or null for a day that the calendar does not have. */
function dayOf(year: number, month: number, day: number): Date | null {
  const date = new Date(0);
  // Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have runs over into another month.
  return date.getUTCMonth() === month - 1 ? date : null;
}

interface TimeParts {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  readonly offset?: string | undefined;
}

function atTime(day: Date | null, { hour, minute, second = '0', fraction = '', offset }: TimeParts): string | null {
  // A leap second (60) becomes the second after it, as in POSIX time.
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const wall = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  return printInstant(new Date(day.getTime() + wall - offsetOf(offset)));
}

/** Milliseconds east of UTC of `+05:30`, `-0800`, `+02`, `Z`, or of nothing. */
function offsetOf(offset = 'Z'): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function printInstant(date: Date): string | null {
  const year = date.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString() : null;
}

function printDay(date: Date | null): string | null {
  return date && (printInstant(date)?.slice(0, 10) ?? null);
}
