import type { EngineMeasurements } from './measurements.ts';
import type { BuildCost, SaveCost } from './page/engine.ts';
import type { EngineName } from './page/engines.ts';

type Filled<T> = { -readonly [Name in keyof T]: T[Name] extends readonly (infer Item)[] ? Item[] : T[Name] };

/** The measurements of an engine while they are taken. */
export class EngineRecord implements EngineMeasurements, Filled<EngineMeasurements> {
  readonly engine: EngineName;
  build: BuildCost | null = null;
  opens: number[] = [];
  firstAnswers: number[] = [];
  heapBytes: number | null = null;
  firstPasses: (readonly number[])[] = [];
  warmPasses: (readonly number[])[] = [];
  shortPrefixes: number[] = [];
  phrases: number[] = [];
  queryFacets: number[] = [];
  allFacets: number[] = [];
  wholeAnswers: number[] = [];
  saves: SaveCost[] = [];
  bytes: Readonly<Record<string, number>> | null = null;
  topTens: (readonly number[])[] = [];
  failures: string[] = [];

  constructor(engine: EngineName) {
    this.engine = engine;
  }

  /** Notes what went wrong while it was to `act`, once. */
  fail(act: string, thrown: unknown): void {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    const failure = `${act}: ${said.split('\n')[0]}`;
    if (!this.failures.includes(failure)) this.failures.push(failure);
  }
}
