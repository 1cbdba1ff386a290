import type { CorpusArticle } from '../corpus/corpus.ts';
import type { BenchQuery } from '../queries/bench-query.ts';
import type { BuildCost, EngineAnswer, SaveCost } from './engine.ts';
import type { EngineName } from './engines.ts';

/** One pass over queries: for each query asked, the milliseconds and the answer. */
export interface Pass {
  readonly times: readonly number[];
  readonly answers: readonly EngineAnswer[];
  /** Whether the time for it was over before all queries were asked. */
  readonly cutShort: boolean;
}

/** Opening and the first answer, in milliseconds from when the engine's code was there. */
export interface FirstAnswer {
  readonly openMs: number;
  readonly firstAnswerMs: number;
}

/** What the page can ask the worker of an engine to do. All arguments and answers are plain data. */
export interface WorkerCalls {
  load(name: EngineName): Promise<void>;
  build(articles: number, corpusAddress: string): Promise<BuildCost>;
  firstAnswer(query: BenchQuery): Promise<FirstAnswer>;
  pass(queries: readonly BenchQuery[], limit: number, budgetMs: number): Promise<Pass>;
  /** Null when the engine counts no facets. */
  facetPass(queries: readonly (BenchQuery | null)[], budgetMs: number): Promise<Pass | null>;
  /** Null when the engine has no passages. */
  wholePass(queries: readonly BenchQuery[], budgetMs: number): Promise<Pass | null>;
  saves(ordinal: number, articles: readonly CorpusArticle[]): Promise<readonly SaveCost[] | null>;
  bytes(): Promise<Readonly<Record<string, number>> | null>;
  close(): Promise<void>;
}

export type WorkerCall = {
  [Name in keyof WorkerCalls]: { readonly name: Name; readonly args: Parameters<WorkerCalls[Name]> };
}[keyof WorkerCalls];
