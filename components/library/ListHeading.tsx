import type { JSX } from 'preact';
import { SORTS, type Sort } from '../../core/library/search.ts';
import { hasText } from '../../core/search/query/query-words.ts';
import { askForExport } from '../transfer/ask-for-export.ts';
import { useTranslate } from '../translation.ts';
import { useNumber, usePageModel } from './page-context.ts';

/** What stands above the list: how many articles it has, how they are sorted, and whether more may still be found. */
export function ListHeading(): JSX.Element {
  return (
    <>
      <div class="list-heading">
        <Count />
        <span class="list-choices">
          <ExportButton />
          <SortChoice />
        </span>
      </div>
      <IndexingNotice />
    </>
  );
}

function Count(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { articles, results } = usePageModel();
  const { total } = results.value;
  return (
    <p role="status" class="library-count">
      {articles.phase.value === 'loading' ? t('library.loading') : t('library.count', total, [number(total)])}
    </p>
  );
}

/** Takes what the list shows away. */
function ExportButton(): JSX.Element | null {
  const t = useTranslate();
  const model = usePageModel();
  if (model.results.value.answer === null || model.results.value.total === 0) return null;
  return (
    <button type="button" class="link-button" onClick={() => askForExport(model, 'query')}>
      {t('transfer.export.ask')}
    </button>
  );
}

/** Without words there is no relevance to sort by. */
function SortChoice(): JSX.Element | null {
  const t = useTranslate();
  const { results, query, chosenSort, sortBy } = usePageModel();
  const ranks = hasText(query.value);
  if (results.value.answer === null || results.value.total < 2) return null;
  return (
    <label class="list-sort">
      <span>{t('library.sort.name')}</span>
      <select
        value={chosenSort.value ?? (ranks ? 'relevance' : 'saved')}
        onChange={({ currentTarget }) => {
          const sort = SORTS.find((known) => known === currentTarget.value) ?? 'relevance';
          sortBy(sort === 'saved' && !ranks ? 'relevance' : sort);
        }}
      >
        {SORTS.filter((sort) => ranks || sort !== 'relevance').map((sort) => (
          <option key={sort} value={sort}>
            {t(SORT_NAMES[sort])}
          </option>
        ))}
      </select>
    </label>
  );
}

const SORT_NAMES = {
  relevance: 'library.sort.relevance',
  published: 'library.sort.published',
  saved: 'library.sort.saved',
} as const satisfies Record<Sort, string>;

/** While articles are missing in the index, words find only what is in it: say so, and how far it is. */
function IndexingNotice(): JSX.Element | null {
  const t = useTranslate();
  const number = useNumber();
  const { articles, results } = usePageModel();
  const unindexed = results.value.answer?.unindexed ?? 0;
  const total = articles.total.value;
  const progress = articles.progress.value ?? { done: total - unindexed, total };
  if (progress.done >= progress.total) return null;
  const { done } = progress;
  return (
    <div class="list-notice">
      <p id="indexing">{t('library.indexing', [number(done), number(progress.total)])}</p>
      <progress aria-labelledby="indexing" value={done} max={progress.total} />
    </div>
  );
}
