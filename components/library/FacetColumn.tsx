import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { withFacetMode } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import { chooseFacetValue } from './choose-facet-value.ts';
import { FacetGroup } from './FacetGroup.tsx';
import { facetLabels } from './facet-labels.ts';
import { facetViews } from './facet-view.ts';
import { MonthFilter } from './MonthFilter.tsx';
import { useLocale, usePageModel } from './page-context.ts';
import './facets.css';

/** The column of facets; on a narrow page, behind a button. */
export function FacetColumn(): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const { results, query, narrow } = usePageModel();
  const [open, setOpen] = useState(false);
  const labelOf = useMemo(() => facetLabels(locale, t), [locale, t]);
  const { answer } = results.value;
  const asked = query.value;
  const views = useMemo(
    () => (answer === null ? [] : facetViews(answer.facets, asked, labelOf)),
    [answer, asked, labelOf],
  );
  if (answer === null || views.length === 0) return null;
  return (
    <section class="facets" aria-labelledby="facets" data-open={open || undefined}>
      <h2 id="facets" class="visually-hidden">
        {t('library.facets')}
      </h2>
      <button type="button" class="button facets-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('library.facets')}
      </button>
      <div class="facets-list">
        {views.map((view) => (
          <FacetGroup
            key={view.facet}
            view={view}
            answer={answer}
            choose={(value, choice, mode) => narrow(chooseFacetValue(query.value, view.facet, value, choice, mode))}
            chooseMode={(mode) => narrow(withFacetMode(query.value, view.facet, mode))}
          >
            {view.facet === 'months' && <MonthFilter months={answer.facets.months.values} />}
          </FacetGroup>
        ))}
      </div>
    </section>
  );
}
