import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleRecord, SavedArticle } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import { ArticleReader } from '../reader/ArticleReader.tsx';
import { CiteDialog } from '../reader/CiteDialog.tsx';
import type { OwnWordsKeeping } from '../reader/OwnWords.tsx';
import { useTranslate } from '../translation.ts';
import type { ArticleActions } from './article-actions.ts';
import { ArticleAbsent, ArticleFailed } from './Notices.tsx';
import { entityHash, tagHash, topicHash } from './narrowed-hash.ts';
import { usePageModel } from './page-context.ts';
import { arriveAt } from './use-arrival.ts';
import { usePageTitle } from './use-page-title.ts';
import { useSavedArticle } from './use-saved-article.ts';
import './sheet.css';

export interface ReaderViewProps {
  readonly slug: string;
  readonly actions: ArticleActions;
}

/** One article to read, with the way back to the list. */
export function ReaderView({ slug, actions }: ReaderViewProps): JSX.Element {
  const t = useTranslate();
  const { services, listHash, preferences } = usePageModel();
  const { read, again } = useSavedArticle(services.library, slug);
  const savedAs = read.state === 'read' ? read.article.record.slug : slug;
  useEffect(() => {
    // A former slug leads to the article; from here on the address says the one it has.
    if (savedAs !== slug) services.location.replace(printRoute({ page: 'article', slug: savedAs }));
  }, [savedAs, slug, services]);
  return (
    <div class="sheet" aria-busy={read.state === 'reading'}>
      <nav class="sheet-bar" aria-label={t('library.reader.back')}>
        <a class="back-link" href={listHash.value}>
          {t('library.reader.back')}
        </a>
      </nav>
      {read.state === 'absent' && <ArticleAbsent slug={slug} />}
      {read.state === 'failed' && <ArticleFailed again={again} />}
      {read.state === 'read' && preferences.value !== null && <OpenArticle article={read.article} actions={actions} />}
    </div>
  );
}

function OpenArticle({ article, actions }: { readonly article: SavedArticle; readonly actions: ArticleActions }) {
  const { services, preferences, opened } = usePageModel();
  const [isRefreshing, setRefreshing] = useState(false);
  const [isCiting, setCiting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { record } = article;
  const keeping = useKeeping(record, actions);
  usePageTitle(record.headline);
  useLayoutEffect(() => {
    opened.value = record;
    return () => {
      opened.value = null;
    };
  }, [opened, record]);
  useLayoutEffect(() => arriveAt(place.current?.querySelector('h1') ?? null), []);
  if (preferences.value === null) return null;
  return (
    <div ref={place}>
      <ArticleReader
        article={article}
        preferences={preferences.value}
        locale={services.locale}
        isRefreshing={isRefreshing}
        topicHref={topicHash}
        entityHref={entityHash}
        keeping={keeping}
        onPreferences={(change) => void services.preferences.change(change)}
        onMark={(mark, on) => void actions.mark(record, mark, on)}
        onCite={() => setCiting(true)}
        onRemove={() => void actions.remove(record)}
        onRefresh={() => {
          setRefreshing(true);
          void actions.refresh(record).finally(() => setRefreshing(false));
        }}
      />
      {isCiting && <CiteDialog record={record} copy={services.copyCitation} close={() => setCiting(false)} />}
    </div>
  );
}

function useKeeping(record: ArticleRecord, actions: ArticleActions): OwnWordsKeeping {
  const { library, unsavedNotes, after } = usePageModel().services;
  return useMemo(
    () => ({
      tagHref: tagHash,
      completeTags: (words, limit) => library.search.complete('tag', words, limit),
      setTag: (tag, on) => void actions.tag(record, tag, on),
      keepNote: (text) => actions.note(record.slug, text),
      unsaved: {
        read: () => unsavedNotes.read(record.slug),
        write: (text) => unsavedNotes.write(record.slug, text),
      },
      after,
    }),
    [library, unsavedNotes, after, actions, record],
  );
}
