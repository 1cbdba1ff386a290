import { articleAddress } from '../../article/identity.ts';
import type { ArticleRecord, Holding } from '../../library/records.ts';
import { topicLabel } from '../../library/topic-label.ts';
import { readBody } from '../../reading/body.ts';
import { directionOf } from '../../reading/direction.ts';
import { repeatsDescription, withoutHeadline } from '../../reading/lead.ts';
import { webAddress } from '../../reading/link.ts';
import { escaped } from './markup.ts';
import { blocksMarkup, linkMarkup, type MarkupStyle } from './tree-markup.ts';

export interface ArticleMarkup extends MarkupStyle {
  /** As `dayWriter` makes it. */
  readonly writeDay: (date: string) => string;
}

/** All that is shown of an article: headline, byline, description, text, and the reader's own words. */
export function articleMarkup({ article, body }: Holding, how: ArticleMarkup): string {
  const { headline, description, canonicalSource } = article;
  const tree = withoutHeadline(readBody(body, canonicalSource), headline);
  const rank = how.lowered === 1 ? 'h2' : 'h1';
  const parts = [
    `<${rank} dir="${directionOf(headline)}">${escaped(headline)}</${rank}>`,
    bylineMarkup(article, how),
    description === null || repeatsDescription(tree, description)
      ? ''
      : `<p class="standfirst" dir="${directionOf(description)}">${escaped(description)}</p>`,
    blocksMarkup(tree.blocks, how),
    tree.truncated ? `<p class="ours">${escaped(how.words.cut)}</p>` : '',
    ownMarkup(article, how),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function bylineMarkup({ slug, datePublished, canonicalSource, topics }: ArticleRecord, how: ArticleMarkup): string {
  const source = canonicalSource === null ? null : webAddress(canonicalSource, null);
  const parts = [
    datePublished === null ? '' : timeMarkup(datePublished, how),
    source === null ? '' : linkMarkup(source, `${escaped(how.words.source)} (${escaped(new URL(source).hostname)})`),
    linkMarkup(articleAddress(slug), escaped(how.words.onSite)),
    ...topics.map((topic) => `<span dir="auto">${escaped(topicLabel(topic))}</span>`),
  ];
  return `<p class="byline">${parts.filter((part) => part !== '').join(' · ')}</p>`;
}

function ownMarkup({ own }: ArticleRecord, { words }: ArticleMarkup): string {
  const tags = own.tags.map((tag) => `<bdi>${escaped(tag)}</bdi>`).join(', ');
  const lines = (own.note ?? '').split(/\r\n?|\n/).map(escaped);
  const parts = [
    own.tags.length === 0 ? '' : `<p><strong>${escaped(words.tags)}:</strong> ${tags}</p>`,
    own.note === undefined ? '' : `<p dir="auto"><strong>${escaped(words.note)}:</strong> ${lines.join('<br/>')}</p>`,
  ];
  const inner = parts.join('');
  return inner === '' ? '' : `<div class="own">${inner}</div>`;
}

function timeMarkup(date: string, { writeDay }: ArticleMarkup): string {
  return `<time datetime="${escaped(date)}">${escaped(writeDay(date))}</time>`;
}

/** Writes the day of a date as an article has it (`YYYY-MM-DD…`, in UTC) in words. Made once for many: making it is slow. */
export function dayWriter(locale: string): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return (date) => format.format(new Date(`${date.slice(0, 10)}T00:00:00.000Z`));
}

/** The `lang` attribute of an article, in both HTML and XHTML spelling, with a space before; nothing when unknown. */
export function languageAttributes(inLanguage: string | null): string {
  return inLanguage === null ? '' : ` lang="${escaped(inLanguage)}" xml:lang="${escaped(inLanguage)}"`;
}
