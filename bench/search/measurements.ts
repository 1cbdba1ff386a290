import type { BrowserName } from '../../test/support/browser/executables.ts';
import type { BuildCost, SaveCost } from './page/engine.ts';
import type { EngineName } from './page/engines.ts';
import type { BenchQuery } from './queries/bench-query.ts';

/** Everything measured of one engine in one run, raw; times in milliseconds, lists in the order taken. */
export interface EngineMeasurements {
  readonly engine: EngineName;
  readonly build: BuildCost | null;
  /** One per cold open: opening alone, and until the first answer. */
  readonly opens: readonly number[];
  readonly firstAnswers: readonly number[];
  /** What opening and the first answer add to the worker's heap; null where the browser does not tell. */
  readonly heapBytes: number | null;
  /** One list per pass, one time per query of the mix. */
  readonly firstPasses: readonly (readonly number[])[];
  readonly warmPasses: readonly (readonly number[])[];
  readonly shortPrefixes: readonly number[];
  readonly phrases: readonly number[];
  /** Query and facet counts over its hits. */
  readonly queryFacets: readonly number[];
  /** All facet counts without a query. */
  readonly allFacets: readonly number[];
  /** Rows with passages, and facets. */
  readonly wholeAnswers: readonly number[];
  readonly saves: readonly SaveCost[];
  readonly bytes: Readonly<Record<string, number>> | null;
  /** Ordinals of the ten best for each query of the mix. */
  readonly topTens: readonly (readonly number[])[];
  /** What it could not do, in the words of its errors, and what was cut short. */
  readonly failures: readonly string[];
}

/** All engines on one corpus in one browser. */
export interface Run {
  readonly browser: BrowserName;
  readonly corpus: string;
  readonly articles: number;
  /** Of all bodies, UTF-8. */
  readonly textBytes: number;
  readonly cachesDropped: boolean;
  readonly mix: readonly BenchQuery[];
  readonly engines: readonly EngineMeasurements[];
}

/** The measurements of `engine`, or null when it was not in the run. */
export function engineOf({ engines }: Pick<Run, 'engines'>, engine: EngineName): EngineMeasurements | null {
  return engines.find((one) => one.engine === engine) ?? null;
}
