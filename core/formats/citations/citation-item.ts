import { articleAddress } from '../../article/identity.ts';
import { foldSpace } from '../../article/text.ts';
import type { ArticleRecord } from '../../library/records.ts';
import { strictAddress } from '../strict-address.ts';

/**
 * An article as something to cite, in the words of CSL-JSON (the Citation Style Language's data model), from which BibTeX,
 * RIS and the formatted styles are made. Its type is `article-newspaper`: the site tells schema.org `NewsArticle`s, and it
 * is the type that every format and style prints with the place it appeared in. There is no author, for the site tells none.
 */
export interface CitationItem {
  /** The article's slug: stable, of `a-z`, `0-9` and `-`, and no other article's, in this file or any other. */
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title: string;
  /** The host of `URL` without `www.`: the nearest to a name that is known of the place it appeared in. */
  readonly 'container-title': string;
  readonly URL: string;
  /** The day it was published, in UTC. */
  readonly issued?: CitationDate;
  /** The day the site was last asked about it, in UTC. */
  readonly accessed: CitationDate;
  /** BCP 47. */
  readonly language?: string;
  /** Topics' slugs, parted by commas. */
  readonly keyword?: string;
  readonly abstract?: string;
  /** What the reader wrote about it. */
  readonly note?: string;
}

/** One day: year, month and day as numbers. */
export interface CitationDate {
  readonly 'date-parts': readonly [readonly [number, number, number]];
}

/** What is cited: the original story where its address is known, else the site's article. */
export function citationItem(record: ArticleRecord): CitationItem {
  const { slug, headline, datePublished, inLanguage, topics, description, own } = record;
  const address = strictAddress(record.canonicalSource ?? articleAddress(slug));
  return {
    id: slug,
    type: 'article-newspaper',
    title: oneLine(headline),
    'container-title': new URL(address).hostname.replace(/^www\./, ''),
    URL: address,
    ...(datePublished !== null && { issued: dayOf(datePublished) }),
    accessed: dayOf(new Date(record.checkedAt).toISOString()),
    ...(inLanguage !== null && { language: inLanguage }),
    ...(topics.length > 0 && { keyword: topics.join(',') }),
    ...(description !== null && { abstract: oneLine(description) }),
    ...(own.note !== undefined && { note: own.note.toWellFormed() }),
  };
}

function oneLine(text: string): string {
  return foldSpace(text.toWellFormed());
}

function dayOf(date: string): CitationDate {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
}

/** `YYYY-MM-DD` with `separator` for the hyphens. */
export function printDay({ 'date-parts': [[year, month, day]] }: CitationDate, separator = '-'): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join(separator);
}
