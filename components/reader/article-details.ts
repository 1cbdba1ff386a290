import type { Entity } from '../../core/article/article.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { type WebAddress, webAddress } from '../../core/reading/link.ts';
import type { Translate } from '../translation.ts';

/** The small print of an article in the reader's words: dates, language, source, kinds of entity. */

/** Writes a date of the article: a date known only to the day means that day everywhere. */
export function writeDate(date: string, locale: string): string {
  const milliseconds = Date.parse(date);
  if (Number.isNaN(milliseconds)) return date;
  const isDay = date.length === 'YYYY-MM-DD'.length;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(isDay && { timeZone: 'UTC' }) });
  return format.format(milliseconds);
}

/** Writes a moment on this machine, to the minute. */
export function writeMoment(milliseconds: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

/** The name of a language (`en` → `English`), or the tag itself where it has none. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Where the original story stands, or null when that is unknown or may not be a link. */
export function sourceOf({ canonicalSource }: Pick<ArticleRecord, 'canonicalSource'>): WebAddress | null {
  return canonicalSource === null ? null : webAddress(canonicalSource, null);
}

/** The host of an address as people say it, without `www.`. */
export function hostOf(address: WebAddress): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** The kind of an entity in words, as given where we have none, or null when none was given. */
export function entityTypeName({ type }: Entity, t: Translate): string | null {
  switch (type) {
    case 'Person':
      return t('reader.entityType.person');
    case 'Organization':
      return t('reader.entityType.organization');
    case 'Place':
      return t('reader.entityType.place');
    case 'Product':
      return t('reader.entityType.product');
    case 'Thing':
      return null;
    default:
      return type;
  }
}
