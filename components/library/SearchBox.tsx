import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { printRoute } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';
import { facetLabels } from './facet-labels.ts';
import { useLocale, useNumber, usePageModel } from './page-context.ts';
import { QueryField } from './QueryField.tsx';
import { QueryProblem } from './QueryProblem.tsx';
import { suggestionsFor } from './suggestions.ts';
import type { Suggest } from './use-suggestions.ts';
import './search.css';

const PROBLEM_ID = 'search-problem';

/**
 * The search of the page. What is typed becomes the hash; the first letter is a step that Back leaves, the next ones
 * change that step.
 */
export function SearchBox(): JSX.Element {
  const t = useTranslate();
  const locale = useLocale();
  const number = useNumber();
  const { queryText, queryError, route, services, watch } = usePageModel();
  const { library, location } = services;
  const error = route.value.page === 'list' ? queryError.value : null;
  const suggest = useMemo((): Suggest => {
    const labelOf = facetLabels(locale, t);
    return async (completion) =>
      watch.isReady.peek() ? suggestionsFor(completion, library.search.complete, labelOf, t) : [];
  }, [library, locale, t, watch]);

  function write(text: string, isStep: boolean) {
    const { value } = route;
    const sort = value.page === 'list' && value.sort !== undefined ? { sort: value.sort } : {};
    const hash = printRoute({ page: 'list', queryText: text, ...sort });
    if (isStep) location.go(hash);
    else location.replace(hash);
  }
  return (
    <search class="search">
      <QueryField
        text={queryText.value}
        problemId={error === null ? null : PROBLEM_ID}
        write={write}
        suggest={suggest}
        number={number}
      />
      {error !== null && <QueryProblem id={PROBLEM_ID} text={queryText.value} error={error} />}
    </search>
  );
}
