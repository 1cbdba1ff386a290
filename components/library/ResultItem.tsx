import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { readingMinutes } from '../../core/article/word-count.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import type { ListedArticle, MarkedText } from '../../core/library/search.ts';
import { topicLabel } from '../../core/library/topic-label.ts';
import { hostOf, sourceOf } from '../reader/article-details.ts';
import { useTranslate } from '../translation.ts';
import { dayWriter } from './day-writer.ts';
import { tagHash, topicHash } from './narrowed-hash.ts';
import { useLocale, useNumber } from './page-context.ts';

/** One article of a list: headline, where and when it appeared, what it says, what it is about, how it is marked. */
export function ResultItem({ article: { record, snippet } }: { readonly article: ListedArticle }): JSX.Element {
  const t = useTranslate();
  const { slug, headline, description, inLanguage, topics, own } = record;
  const lang = inLanguage ?? undefined;
  return (
    <>
      <h2 class="article-headline" dir="auto" lang={lang}>
        <a href={printRoute({ page: 'article', slug })}>{headline}</a>
      </h2>
      <Facts record={record} />
      {(snippet !== null || description !== null) && (
        <p class="article-description" dir="auto" lang={lang}>
          {snippet === null ? description : <Passage pieces={snippet} />}
        </p>
      )}
      {topics.length > 0 && (
        <ul class="article-topics">
          {topics.map((topic) => (
            <li key={topic}>
              <a class="chip" href={topicHash(topic)}>
                {topicLabel(topic)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {own.tags.length > 0 && (
        <ul class="article-topics" aria-label={t('library.tags.title')}>
          {own.tags.map((tag) => (
            <li key={tag}>
              <a class="chip tag-chip" dir="auto" href={tagHash(tag)}>
                {tag}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Text with what was searched for marked in it. */
function Passage({ pieces }: { readonly pieces: MarkedText }): JSX.Element {
  return (
    <>
      {pieces.map(({ text, marked }, place) =>
        marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
      )}
    </>
  );
}

function Facts({ record }: { readonly record: ArticleRecord }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const locale = useLocale();
  const day = useMemo(() => dayWriter(locale), [locale]);
  const source = sourceOf(record);
  const minutes = readingMinutes(record.wordCount);
  const { readAt, starredAt, archivedAt } = record.own;
  return (
    <p class="article-facts">
      {source !== null && <bdi>{hostOf(source)}</bdi>}
      {record.datePublished !== null && <time dateTime={record.datePublished}>{day(record.datePublished)}</time>}
      <span>{t('library.minutes', minutes, [number(minutes)])}</span>
      {starredAt !== null && <span class="article-state">{t('library.state.starred')}</span>}
      {readAt !== null && <span>{t('library.state.read')}</span>}
      {archivedAt !== null && <span>{t('library.state.archived')}</span>}
    </p>
  );
}
