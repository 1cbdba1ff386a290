import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Preferences } from '../../core/library/preferences.ts';
import type { SavedArticle } from '../../core/library/records.ts';
import { readBody } from '../../core/reading/body.ts';
import { directionOf } from '../../core/reading/direction.ts';
import { repeatsDescription, withoutHeadline } from '../../core/reading/lead.ts';
import { useTranslate } from '../translation.ts';
import { AboutCopy } from './AboutCopy.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { entityTypeName } from './article-details.ts';
import { BlockContent } from './BlockContent.tsx';
import { FacetLinks } from './FacetLinks.tsx';
import { OwnWords, type OwnWordsKeeping } from './OwnWords.tsx';
import { ReaderActions, type ReaderActionsProps } from './ReaderActions.tsx';
import { ReaderNotices } from './ReaderNotices.tsx';
import { ReadingControls } from './ReadingControls.tsx';
import './reader.css';
import './reading-text.css';
import './reader-print.css';

export interface ArticleReaderProps extends Omit<ReaderActionsProps, 'own' | 'isRefreshing'> {
  readonly article: SavedArticle;
  readonly preferences: Preferences;
  /** BCP 47 tag for dates and names of languages. */
  readonly locale: string;
  /** Whether the site is being asked just now; false when left out. */
  readonly isRefreshing?: boolean;
  readonly onPreferences: (change: Partial<Preferences>) => void;
  /** The address of the list narrowed to one topic. */
  readonly topicHref: (slug: string) => string;
  /** The address of the list narrowed to one entity. */
  readonly entityHref: (name: string) => string;
  readonly keeping: OwnWordsKeeping;
}

/** One saved article, whole, without a request to anyone. */
export function ArticleReader(props: ArticleReaderProps): JSX.Element {
  const { article, preferences, locale, isRefreshing = false, topicHref, entityHref, keeping } = props;
  const { record, body } = article;
  const { headline, description, canonicalSource, inLanguage, entities } = record;
  const t = useTranslate();
  const tree = useMemo(
    () => withoutHeadline(readBody(body, canonicalSource), headline),
    [body.articleBody, body.bodyFormat, canonicalSource, headline],
  );
  const { face, textSize, measure } = preferences;
  return (
    <article class="reader" data-face={face} data-text-size={textSize} data-measure={measure}>
      <div class="reader-bar">
        <ReaderActions {...props} own={record.own} isRefreshing={isRefreshing} />
        <ReadingControls preferences={preferences} onChange={props.onPreferences} />
      </div>
      <ArticleHeader
        record={record}
        locale={locale}
        showDescription={description !== null && !repeatsDescription(tree, description)}
        topicHref={topicHref}
      />
      <ReaderNotices article={article} tree={tree} locale={locale} />
      <div class="reader-body" lang={inLanguage ?? undefined} dir={directionOf(`${headline} ${body.articleBody}`)}>
        <BlockContent blocks={tree.blocks} />
      </div>
      <footer class="reader-footer">
        <FacetLinks
          name={t('reader.entities')}
          links={entities.map((entity) => ({
            label: entity.name,
            href: entityHref(entity.name),
            note: entityTypeName(entity, t),
          }))}
        />
        <OwnWords own={record.own} keeping={keeping} locale={locale} />
        <AboutCopy record={record} locale={locale} />
      </footer>
    </article>
  );
}
