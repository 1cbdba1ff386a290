import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FacetValue } from '../../core/catalogue/facet.ts';
import { chosenMonths, chosenValues, withMonths } from '../../core/query/refine-query.ts';
import { useTranslate } from '../translation.ts';
import { MonthChart } from './MonthChart.tsx';
import { clampTo, type MonthScale, type MonthSpan, monthName, monthNumber, monthScale } from './month-scale.ts';
import { useLocale, usePageModel } from './page-context.ts';
import { monthWriter } from './write-months.ts';
import './months.css';

/** The months of what was found as a picture to choose a range in, and a button to choose none. */
export function MonthFilter({ months }: { readonly months: readonly FacetValue[] }): JSX.Element | null {
  const t = useTranslate();
  const locale = useLocale();
  const { query, narrow } = usePageModel();
  const write = useMemo(() => monthWriter(locale), [locale]);
  const scale = useMemo(() => monthScale(months), [months]);
  const span = scale === null ? null : chosenSpan();
  const ticked = chosenValues(query.value, 'months').filter(({ choice }) => choice === 'include');
  const single = new Set(ticked.map(({ value }) => monthNumber(value)));

  function chosenSpan(): MonthSpan | null {
    const range = chosenMonths(query.value);
    return range === null || scale === null ? null : spanOf(range, scale);
  }
  function choose({ from, to }: MonthSpan, whole: MonthSpan) {
    const isWhole = from <= whole.from && to >= whole.to;
    narrow(withMonths(query.value, isWhole ? null : monthName(from), isWhole ? null : monthName(to)));
  }
  const isNarrowed = chosenMonths(query.value) !== null || single.size > 0;
  return (
    <>
      {scale !== null && scale.from < scale.to && (
        <MonthChart
          scale={scale}
          chosen={span ?? scale}
          isChosen={(month) => (span === null ? single.size === 0 || single.has(month) : isWithin(span, month))}
          write={write}
          choose={(next) => choose(next, scale)}
        />
      )}
      {isNarrowed && (
        <button type="button" class="link-button" onClick={() => narrow(withMonths(query.value, null, null))}>
          {t('library.months.clear')}
        </button>
      )}
    </>
  );
}

function isWithin({ from, to }: MonthSpan, month: number): boolean {
  return month >= from && month <= to;
}

/** The part of `scale` that a range of months asks for, one month at least. */
function spanOf(range: { readonly from: string | null; readonly to: string | null }, scale: MonthScale): MonthSpan {
  return {
    from: range.from === null ? scale.from : clampTo(scale, monthNumber(range.from)),
    to: range.to === null ? scale.to : clampTo(scale, monthNumber(range.to)),
  };
}
