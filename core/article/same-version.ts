import type { ArticleDraft } from './article.ts';
import { timeOfDate } from './dates.ts';
import { lettersOf } from './text.ts';

/** Dates of one article may differ by a time zone or by a late correction of the hour, not by more. */
const MOST_APART = 2 * 24 * 60 * 60 * 1000;

/** A headline this long, in letters, may stand for a longer one that was cut. */
const TELLING_LENGTH = 30;

/**
 * Whether two drafts may be of the same article in the same version, judged by what both tell: headline, original story and
 * day of publication. What only one tells is no reason against it.
 */
export function isSameVersion(one: ArticleDraft, other: ArticleDraft): boolean {
  return (
    agree(one.headline, other.headline, isSameHeadline) &&
    agree(one.canonicalSource, other.canonicalSource, isSameStory) &&
    agree(one.datePublished, other.datePublished, isSameTime)
  );
}

function agree(one: string | undefined, other: string | undefined, isSame: (one: string, other: string) => boolean) {
  return one === undefined || other === undefined || isSame(one, other);
}

function isSameHeadline(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [lettersOf(one), lettersOf(other)].sort((a, b) => a.length - b.length);
  // A headline of signs alone has no letters to compare.
  if (shorter === '') return longer === '' && one === other;
  return shorter === longer || (shorter.length >= TELLING_LENGTH && longer.startsWith(shorter));
}

/** One story's address is written with and without `www.`, a trailing slash, and marks for counting visitors. */
function isSameStory(one: string, other: string): boolean {
  return storyOf(one) === storyOf(other);
}

function storyOf(address: string): string {
  const { host, pathname, search } = new URL(address);
  const query = search.replace(/[?&](?:utm_\w+|fbclid|gclid|ref)=[^&]*/g, '');
  return host.replace(/^www\./, '') + pathname.replace(/\/+$/, '') + query;
}

function isSameTime(one: string, other: string): boolean {
  return Math.abs(timeOfDate(one) - timeOfDate(other)) < MOST_APART;
}
