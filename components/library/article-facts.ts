import type { ArticleRecord } from '../../core/library/records.ts';

/** The small print under a headline in a list. */

/** Words a minute that a grown person reads silently in English prose (Brysbaert 2019: 238). */
const WORDS_A_MINUTE = 238;

/** Whole minutes to read `wordCount` words, at least 1. */
export function readingMinutes(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / WORDS_A_MINUTE));
}

/** The host of the original story without `www.`, or null when the source is unknown. */
export function sourceHost({ canonicalSource }: ArticleRecord): string | null {
  return canonicalSource === null ? null : new URL(canonicalSource).hostname.replace(/^www\./, '');
}

/** Writes `datePublished` as a day: a date known only to the day means that day everywhere. */
export function dayWriter(locale: string): (date: string) => string {
  const local = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (date) => (date.length === 'YYYY-MM-DD'.length ? whole : local).format(Date.parse(date));
}
