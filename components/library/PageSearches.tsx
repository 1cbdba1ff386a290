import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseQuery } from '../../core/query/parse-query.ts';
import { printQuery } from '../../core/query/print-query.ts';
import type { SavedSearches as SavedSearchesService } from '../../services/saved-searches.ts';
import { useTranslate } from '../translation.ts';
import { useNumber, usePageModel } from './page-context.ts';
import type { PageModel } from './page-model.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { createSearchShelf, type OpenSearch } from './search-shelf.ts';

/** The saved searches of the page: what is open is its query, and its search engine counts what is new. */
export function PageSearches({ searches }: { readonly searches: SavedSearchesService }): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const model = usePageModel();
  const shelf = useMemo(() => {
    const { articles, toasts, services } = model;
    return createSearchShelf({
      searches,
      countNew: async ({ query, seenThrough }) => {
        const parsed = parseQuery(query);
        return parsed.ok ? services.library.search.count(parsed.query, services.now(), seenThrough) : 0;
      },
      open: computed(() => openSearch(model)),
      version: articles.version,
      toasts,
      t,
    });
  }, [model, searches, t]);
  return <SavedSearches shelf={shelf} suggestedName={model.queryText.value.trim()} number={number} />;
}

function openSearch({ query, queryError, route }: PageModel): OpenSearch | null {
  const { value } = route;
  if (value.page !== 'list' || queryError.value !== null || query.value.kind === 'all') return null;
  return { query: printQuery(query.value), sort: value.sort ?? 'relevance' };
}
