import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useTranslate } from '../translation.ts';
import { MonthSlider } from './MonthSlider.tsx';
import { barPath, CHART_HEIGHT, countIn, lengthOf, type MonthScale, type MonthSpan, yearTicks } from './month-scale.ts';
import { useNumber } from './page-context.ts';
import { useMonthBrush } from './use-month-brush.ts';
import type { WriteMonths } from './write-months.ts';

export interface MonthChartProps {
  readonly scale: MonthScale;
  /** What is chosen; the whole scale when nothing is. */
  readonly chosen: MonthSpan;
  readonly isChosen: (month: number) => boolean;
  readonly write: WriteMonths;
  readonly choose: (span: MonthSpan) => void;
}

/** A bar for each month, to drag over; below, the two ends of what is chosen, for the keyboard. */
export function MonthChart({ scale, chosen, isChosen, write, choose }: MonthChartProps): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const plot = useRef<HTMLDivElement>(null);
  const brush = useMonthBrush(plot, scale, choose);
  const { draft, hovered, begin, handlers } = brush;
  const { from, to } = draft ?? chosen;
  const length = lengthOf(scale);
  const isIn = draft === null ? isChosen : (month: number) => month >= from && month <= to;
  const told = draft ?? (hovered === null ? chosen : { from: hovered, to: hovered });
  const count = countIn(scale, told);
  const common = {
    scale,
    handlers,
    settle() {
      if (draft === null) return;
      brush.setDraft(null);
      choose(draft);
    },
  };
  return (
    <div class="months">
      <div class="months-plot" ref={plot} {...handlers} onPointerDown={(event) => begin(event)}>
        <svg viewBox={`0 0 ${length} ${CHART_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <Bars scale={scale} isIn={isIn} />
        </svg>
      </div>
      <div class="months-track">
        <div
          class="months-chosen"
          style={{
            insetInlineStart: `${(100 * (from - scale.from)) / length}%`,
            inlineSize: `${(100 * (to - from + 1)) / length}%`,
          }}
        />
        <MonthSlider
          {...common}
          name={t('library.months.from')}
          end="from"
          month={from}
          within={{ from: scale.from, to }}
          text={write.month(from)}
          move={(month) => brush.setDraft({ from: month, to })}
          grab={(event) => begin(event, to)}
        />
        <MonthSlider
          {...common}
          name={t('library.months.to')}
          end="to"
          month={to}
          within={{ from, to: scale.to }}
          text={write.month(to)}
          move={(month) => brush.setDraft({ from, to: month })}
          grab={(event) => begin(event, from)}
        />
      </div>
      <Years scale={scale} write={write} />
      <p class="months-told" aria-hidden="true">
        <span>{write.span(told)}</span> <span>{t('library.count', count, [number(count)])}</span>
      </p>
    </div>
  );
}

function Bars({ scale, isIn }: { readonly scale: MonthScale; readonly isIn: (month: number) => boolean }): JSX.Element {
  return (
    <>
      <path class="months-out" d={barPath(scale, (month) => !isIn(month))} />
      <path class="months-in" d={barPath(scale, isIn)} />
    </>
  );
}

/** The names of years where they begin; a span without two of them has its first and last month named instead. */
function Years({ scale, write }: { readonly scale: MonthScale; readonly write: WriteMonths }): JSX.Element {
  const ticks = useMemo(() => yearTicks(scale), [scale]);
  if (ticks.length < 2) {
    return (
      <div class="months-ends" aria-hidden="true">
        <span>{write.short(scale.from)}</span>
        <span>{write.short(scale.to)}</span>
      </div>
    );
  }
  return (
    <div class="months-years" aria-hidden="true">
      {ticks.map(({ year, at }) => (
        <span key={year} style={{ insetInlineStart: `${100 * at}%` }} data-last={at > 0.85 || undefined}>
          {write.year(year * 12)}
        </span>
      ))}
    </div>
  );
}
