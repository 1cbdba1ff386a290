import { median, quantile } from '../figures.ts';
import type { EngineMeasurements, Run } from './measurements.ts';
import { type Curve, plot } from './plot.ts';

/** One cost, how it is taken from an engine's measurements, and its unit. */
interface Cost {
  readonly file: string;
  readonly title: string;
  readonly unit: string;
  of(engine: EngineMeasurements): number;
}

const COSTS: readonly Cost[] = [
  { file: 'cold-open', title: 'Cold open → first answer', unit: 'ms', of: ({ firstAnswers }) => median(firstAnswers) },
  { file: 'warm-p50', title: 'Query mix, warm, p50', unit: 'ms', of: ({ warmPasses }) => median(warmPasses.flat()) },
  {
    file: 'warm-p95',
    title: 'Query mix, warm, p95',
    unit: 'ms',
    of: ({ warmPasses }) => quantile(warmPasses.flat(), 0.95),
  },
  {
    file: 'facets',
    title: 'Query + facet counts, p95',
    unit: 'ms',
    of: ({ queryFacets }) => quantile(queryFacets, 0.95),
  },
  { file: 'save', title: 'Save one, p50', unit: 'ms', of: ({ saves }) => median(saves.map(({ save }) => save)) },
  { file: 'build', title: 'Bulk index build', unit: 's', of: ({ build }) => (build?.indexMs ?? Number.NaN) / 1000 },
  { file: 'heap', title: 'Heap after open', unit: 'MB', of: ({ heapBytes }) => (heapBytes ?? Number.NaN) / 1e6 },
];

/** For each cost a plot of how it grows with the number of articles, by file name; all runs are of one browser. */
export function growthPlots(runs: readonly Run[]): ReadonlyMap<string, string> {
  const sorted = runs.toSorted((one, other) => one.articles - other.articles);
  const engines = [...new Set(sorted.flatMap((run) => run.engines.map(({ engine }) => engine)))];
  return new Map(
    COSTS.map(({ file, title, unit, of }) => {
      const curves: readonly Curve[] = engines.map((engine) => ({
        name: engine,
        points: sorted.flatMap((run) => {
          const one = run.engines.find((candidate) => candidate.engine === engine);
          return one === undefined ? [] : [{ x: run.articles, y: of(one) }];
        }),
      }));
      return [`${file}.svg`, plot(title, unit, curves)];
    }),
  );
}
