import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { withFacetChoice } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import { FacetGroup } from './FacetGroup.tsx';
import { facetLabels } from './facet-labels.ts';
import { facetViews } from './facet-view.ts';
import { useLocale, usePageModel } from './page-context.ts';
import './facets.css';

/** The column of facets; on a narrow page, behind a button. */
export function FacetColumn(): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const { results, query, narrow } = usePageModel();
  const [open, setOpen] = useState(false);
  const labelOf = useMemo(() => facetLabels(locale, t), [locale, t]);
  const views = useComputed(() => {
    const { facets } = results.value;
    return facets === null ? [] : facetViews(facets, query.value, labelOf);
  }).value;
  if (views.length === 0) return null;
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
            choose={(value, choice) => narrow(withFacetChoice(query.value, view.facet, value, choice))}
          />
        ))}
      </div>
    </section>
  );
}
