/** One measured quantity: samples in the order taken, in milliseconds unless its name says otherwise. */
export interface Series {
  readonly name: string;
  readonly samples: readonly number[];
}

/** The value below which the share `quantile` (0 to 1) of the samples lies, by the nearest rank; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle sample. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** The share of the longer list's first `count` items that both lists have there, 0 to 1; 1 when both are empty. */
export function overlap(one: readonly number[], other: readonly number[], count: number): number {
  const [first, second] = [one.slice(0, count), new Set(other.slice(0, count))];
  const most = Math.max(first.length, second.size);
  return most === 0 ? 1 : first.filter((item) => second.has(item)).length / most;
}

/** A ratio as people read it: `1/12.3` below one, else `2.34 ×`. */
export function asRatio(ratio: number): string {
  if (Number.isNaN(ratio)) return '–';
  return ratio < 1 ? `1/${(1 / ratio).toFixed(ratio > 0.01 ? 1 : 0)}` : `${ratio.toFixed(2)} ×`;
}

/** Milliseconds with as many digits as say something. */
export function asMilliseconds(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '–';
  const digits = milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0;
  return `${milliseconds.toFixed(digits)} ms`;
}

/** One line of a report: a quantity beside the floor or peer it was measured with, in the same run. */
export interface Comparison {
  readonly title: string;
  readonly ours: Series;
  readonly beside: Series;
  /** The ratio of the medians we aim to stay under, or null where there is no aim. */
  readonly aim: number | null;
}

/** A comparison as a Markdown table row: medians and 95 % quantiles of both, the ratio of the medians, the aim. */
export function rowOf({ title, ours, beside, aim }: Comparison): string {
  const spread = ({ name, samples }: Series): string =>
    `${name}: ${median(samples).toFixed(1)} / ${quantile(samples, 0.95).toFixed(1)} (n = ${samples.length})`;
  const ratio = median(ours.samples) / median(beside.samples);
  return `| ${title} | ${spread(ours)} | ${spread(beside)} | ${ratio.toFixed(2)} | ${aim === null ? '–' : `≤ ${aim}`} |`;
}

/** The head of the table whose rows `rowOf` makes. */
export const TABLE_HEAD = [
  '| what | ours, ms: median / 95 % | beside, ms: median / 95 % | ratio of medians | aim |',
  '|---|---|---|---|---|',
].join('\n');
