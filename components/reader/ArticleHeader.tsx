import type { JSX } from 'preact';
import { articleAddress } from '../../core/article/identity.ts';
import { readingMinutes } from '../../core/article/word-count.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { topicLabel } from '../../core/library/topic-label.ts';
import { directionOf } from '../../core/reading/direction.ts';
import { webAddress } from '../../core/reading/link.ts';
import { useTranslate } from '../translation.ts';
import { hostOf, languageName, sourceOf, writeDate } from './article-details.ts';
import { FacetLinks } from './FacetLinks.tsx';
import { OutsideLink } from './OutsideLink.tsx';

interface ArticleHeaderProps {
  readonly record: ArticleRecord;
  readonly locale: string;
  /** False when the text itself begins with the description. */
  readonly showDescription: boolean;
  readonly topicHref: (slug: string) => string;
}

/** Where the article comes from, what it is called, what it says in short, when, and about what. */
export function ArticleHeader({ record, locale, showDescription, topicHref }: ArticleHeaderProps): JSX.Element {
  const t = useTranslate();
  const { headline, description, inLanguage, topics } = record;
  const lang = inLanguage ?? undefined;
  return (
    <header class="reader-header">
      <Kicker record={record} locale={locale} />
      <h1 dir={directionOf(headline)} lang={lang}>
        {headline}
      </h1>
      {showDescription && description !== null && (
        <p class="reader-standfirst" dir={directionOf(description)} lang={lang}>
          {description}
        </p>
      )}
      <Byline record={record} locale={locale} />
      <FacetLinks
        name={t('reader.topics')}
        links={topics.map((slug) => ({ label: topicLabel(slug), href: topicHref(slug), note: null }))}
      />
    </header>
  );
}

interface PartProps {
  readonly record: ArticleRecord;
  readonly locale: string;
}

function Kicker({ record, locale }: PartProps): JSX.Element {
  const t = useTranslate();
  const { inLanguage, wordCount } = record;
  const source = sourceOf(record);
  return (
    <p class="reader-kicker">
      {source !== null && <span dir="ltr">{hostOf(source)}</span>}
      {inLanguage !== null && <span>{languageName(inLanguage, locale)}</span>}
      {wordCount > 0 && <span>{t('reader.minutes', readingMinutes(wordCount))}</span>}
    </p>
  );
}

function Byline({ record, locale }: PartProps): JSX.Element {
  const t = useTranslate();
  const { slug, datePublished, dateModified } = record;
  const source = sourceOf(record);
  const address = webAddress(articleAddress(slug), null);
  return (
    <p class="reader-byline">
      {datePublished !== null && (
        <time dateTime={datePublished}>{t('reader.published', [writeDate(datePublished, locale)])}</time>
      )}
      {dateModified !== null && dateModified !== datePublished && (
        <time dateTime={dateModified}>{t('reader.updated', [writeDate(dateModified, locale)])}</time>
      )}
      {source !== null && <OutsideLink address={source}>{t('reader.originalSource')}</OutsideLink>}
      {address !== null && <OutsideLink address={address}>{t('reader.onWpnews')}</OutsideLink>}
    </p>
  );
}
