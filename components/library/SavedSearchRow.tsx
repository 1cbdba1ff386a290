import type { JSX } from 'preact';
import type { SavedSearchRecord } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';

export interface SavedSearchRowProps {
  readonly search: SavedSearchRecord;
  readonly isOpen: boolean;
  /** New articles since the last look. */
  readonly fresh: number;
  readonly number: (value: number) => string;
  readonly rename: () => void;
  readonly remove: () => void;
}

/** A kept search: a link to what it finds, with how much of that is new, and two buttons. */
export function SavedSearchRow({ search, isOpen, fresh, number, rename, remove }: SavedSearchRowProps): JSX.Element {
  const t = useTranslate();
  const { name, query, sort } = search;
  const hash = printRoute({ page: 'list', queryText: query, ...(sort === 'relevance' ? {} : { sort }) });
  const renameName = t('library.searches.rename', [name]);
  const removeName = t('library.searches.remove', [name]);
  return (
    <li class="saved-search">
      <a href={hash} title={query} aria-current={isOpen ? 'page' : undefined}>
        <bdi>{name}</bdi>
        {fresh > 0 && (
          <>
            {' '}
            <span class="saved-search-new">{t('library.searches.new', fresh, [number(fresh)])}</span>
          </>
        )}
      </a>
      <button type="button" class="facet-exclude" aria-label={renameName} title={renameName} onClick={rename}>
        <svg viewBox="0 0 16 16" aria-hidden="true" class="saved-search-icon">
          <path d="M10.5 2.5l3 3L6 13l-3.5.5L3 10z" />
        </svg>
      </button>
      <button type="button" class="facet-exclude" aria-label={removeName} title={removeName} onClick={remove}>
        <svg viewBox="0 0 16 16" aria-hidden="true" class="saved-search-icon">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
    </li>
  );
}
