/** Writes a date of an article as a day, in few letters: a date known only to the day means that day everywhere. */
export function dayWriter(locale: string): (date: string) => string {
  const local = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (date) => (date.length === 'YYYY-MM-DD'.length ? whole : local).format(Date.parse(date));
}
