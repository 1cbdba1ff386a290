import { asRatio } from '../../figures.ts';

/** One figure of the report: what was measured, and what it was to be. */
export interface Figure {
  /** The number of the row in the list of targets; several figures may share one. */
  readonly row: number;
  readonly what: string;
  readonly target: string;
  /** What was measured, in words; null when it was not. */
  readonly measured: string | null;
  readonly met: boolean | null;
  /** The number behind it, to be compared between browsers; NaN when there is none. */
  readonly value: number;
}

/** The medians, quantiles or sizes that a ratio is made of, as they are shown beside it. */
export interface Sides {
  readonly ours: number;
  readonly theirs: number;
  readonly show: (side: number) => string;
}

/** A figure that is a ratio to stay at or under `aim`. */
export function ratioFigure(row: number, what: string, aim: number, { ours, theirs, show }: Sides): Figure {
  const value = ours / theirs;
  const isMeasured = Number.isFinite(value);
  return {
    row,
    what,
    target: `≤ ${asRatio(aim)}`,
    measured: isMeasured ? `${asRatio(value)} (${show(ours)} : ${show(theirs)})` : null,
    met: isMeasured ? value <= aim : null,
    value: isMeasured ? value : Number.NaN,
  };
}

/** A ratio beside the rows, with nothing to stay under. */
export function freeFigure(what: string, sides: Sides): Figure {
  return { ...ratioFigure(0, what, 1, sides), target: '–', met: null };
}

/** A figure to stay at or under `most`, or at or above `least`. */
export function plainFigure(
  row: number,
  what: string,
  value: number,
  bound: { readonly most: number } | { readonly least: number },
  show: (value: number) => string,
): Figure {
  const isMeasured = Number.isFinite(value);
  const target = 'most' in bound ? `≤ ${show(bound.most)}` : `≥ ${show(bound.least)}`;
  const isMet = 'most' in bound ? value <= bound.most : value >= bound.least;
  return { row, what, target, measured: isMeasured ? show(value) : null, met: isMeasured ? isMet : null, value };
}
