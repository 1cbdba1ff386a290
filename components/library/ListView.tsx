import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { BackupLine } from '../backup/BackupLine.tsx';
import { useTranslate } from '../translation.ts';
import type { ArticleActions } from './article-actions.ts';
import { FacetColumn } from './FacetColumn.tsx';
import { ListHeading } from './ListHeading.tsx';
import { EmptyLibrary, LibraryFailed, NothingMatches } from './Notices.tsx';
import { PageSearches } from './PageSearches.tsx';
import { usePageModel } from './page-context.ts';
import { ResultList } from './ResultList.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { usePageTitle } from './use-page-title.ts';

/** The list of articles that the query finds, with the facets to narrow it by. */
export function ListView({ actions }: { readonly actions: ArticleActions }): JSX.Element {
  const t = useTranslate();
  const { articles, listHash, services, places, results, queryText, cursor } = usePageModel();
  const column = useRef<HTMLDivElement>(null);
  const phase = articles.phase.value;
  const hash = listHash.value;
  const { total } = results.value;

  usePageTitle(queryText.value);
  useLayoutEffect(() => {
    // Back from an article: on with the keyboard where it was left.
    if (cursor.value !== null && document.activeElement === document.body) {
      cursor.value = { ...cursor.value, focus: true };
    }
  }, [cursor]);

  const isEmpty = phase === 'complete' && articles.total.value === 0;
  if (phase === 'failed') return <LibraryFailed />;
  return (
    <div class="library" data-empty={isEmpty || undefined}>
      <h1 class="visually-hidden">{t('library.title')}</h1>
      {phase === 'complete' && articles.total.value > 0 && (
        <div class="library-side">
          <PageSearches searches={services.searches} />
          <FacetColumn />
        </div>
      )}
      <div ref={column} class="library-results" aria-busy={phase !== 'complete'}>
        <BackupLine />
        <ListHeading />
        {results.value.total > 0 && (
          <ResultList
            key={hash}
            total={total}
            place={places.get(hash) ?? { offset: topOf(column.current), measured: [] }}
            leave={(place) => places.set(hash, place)}
          />
        )}
        <SelectionBar actions={actions} />
        {isEmpty && <EmptyLibrary />}
        {phase === 'complete' && !isEmpty && results.value.total === 0 && <NothingMatches />}
      </div>
    </div>
  );
}

/** Where a new list begins: at its top when the old one was scrolled past it, else where the window stands. */
function topOf(column: HTMLElement | null): number {
  const top = (column?.getBoundingClientRect().top ?? 0) + window.scrollY;
  return Math.min(window.scrollY, Math.max(0, Math.round(top)));
}
