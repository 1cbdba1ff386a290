import type { FacetValue } from '../../core/catalogue/facet.ts';

/**
 * Months on a line, each as the number of months since January of year 0. One unit is one month, so that a gap in the
 * library is a gap in the picture.
 */

/** From the first to the last month, both included. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

export interface MonthScale extends MonthSpan {
  /** Articles by month; a month without any is not in it. */
  readonly counts: ReadonlyMap<number, number>;
}

/** A year that has room for its name, and where it begins: 0 at the start of the line, 1 at its end. */
export interface YearTick {
  readonly year: number;
  readonly at: number;
}

/** The height of the picture; its width is one a month. */
export const CHART_HEIGHT = 100;

/** The lowest a bar is drawn: one article among thousands must be seen. */
const LOWEST = 4;
/** Beyond so many months there is no room between the bars. */
const MOST_WITH_GAPS = 120;
const GAP = 0.2;
/** Names of years that fit beside each other in the narrowest column. */
const MOST_TICKS = 5;
/** Years from one name to the next; the last will do for all years of four digits. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const LONGEST_STEP = 2000;

/** The line that `months` (`YYYY-MM` with counts) make; null when no month has an article. */
export function monthScale(months: readonly FacetValue[]): MonthScale | null {
  const counts = new Map(
    months.filter(({ count }) => count > 0).map(({ value, count }) => [monthNumber(value), count]),
  );
  if (counts.size === 0) return null;
  const numbers = [...counts.keys()];
  return { from: Math.min(...numbers), to: Math.max(...numbers), counts };
}

/** The number of a month `YYYY-MM`. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month of a number, `YYYY-MM`. */
export function monthName(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months the span has. */
export function lengthOf({ from, to }: MonthSpan): number {
  return to - from + 1;
}

/** The nearest month of `span`. */
export function clampTo({ from, to }: MonthSpan, month: number): number {
  return Math.min(to, Math.max(from, month));
}

/** The bars of the months for which `isDrawn`, as an SVG path in a box as wide as the scale has months. */
export function barPath(scale: MonthScale, isDrawn: (month: number) => boolean): string {
  const highest = Math.max(...scale.counts.values());
  const gap = lengthOf(scale) > MOST_WITH_GAPS ? 0 : GAP;
  return [...scale.counts]
    .filter(([month]) => isDrawn(month))
    .map(([month, count]) => {
      const height = Math.max(LOWEST, (CHART_HEIGHT * count) / highest);
      const start = month - scale.from + gap / 2;
      return `M${start} ${CHART_HEIGHT}v${-height}h${1 - gap}v${height}z`;
    })
    .join('');
}

/** The years that begin within the span, or every second, fifth, tenth … of them, so that their names have room. */
export function yearTicks(span: MonthSpan): readonly YearTick[] {
  const first = Math.ceil(span.from / 12);
  const last = Math.floor(span.to / 12);
  const step = STEPS.find((years) => (last - first) / years < MOST_TICKS) ?? LONGEST_STEP;
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  return years
    .filter((year) => year % step === 0)
    .map((year) => ({ year, at: (year * 12 - span.from) / lengthOf(span) }));
}

/** How many articles the months of `span` have together. */
export function countIn({ counts }: MonthScale, { from, to }: MonthSpan): number {
  let sum = 0;
  for (const [month, count] of counts) if (month >= from && month <= to) sum += count;
  return sum;
}
