import type { BenchQuery } from '../queries/bench-query.ts';
import type { Engine, EngineAnswer } from './engine.ts';
import { loadEngine } from './engines.ts';
import { fetchBatches } from './fetch-batches.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Pass, WorkerCall, WorkerCalls } from './worker-calls.ts';

/** The worker an engine lives in. Time is taken here, around the engine's own work, the same way for every engine. */

let engine: Engine | null = null;

function loaded(): Engine {
  if (engine === null) throw new Error('no engine is loaded');
  return engine;
}

const calls: WorkerCalls = {
  async load(name) {
    engine = await loadEngine(name);
  },
  build: (articles, corpusAddress) => loaded().build(fetchBatches(corpusAddress, 0, articles)),
  async firstAnswer(query) {
    const started = performance.now();
    await loaded().open();
    const opened = performance.now();
    await loaded().search(query, 50);
    return { openMs: opened - started, firstAnswerMs: performance.now() - started };
  },
  pass: (queries, limit, budgetMs) => timeEach(queries, budgetMs, (query) => loaded().search(query, limit)),
  async facetPass(queries, budgetMs) {
    const own = loaded();
    if (own.facets === undefined) return null;
    const counting = own.facets.bind(own);
    return timeEach(queries, budgetMs, async (query) => ({ total: await counting(query), ordinals: [] }));
  },
  async wholePass(queries, budgetMs) {
    const own = loaded();
    if (own.wholeAnswer === undefined) return null;
    const answering = own.wholeAnswer.bind(own);
    return timeEach(queries, budgetMs, async (query) => ({ total: await answering(query), ordinals: [] }));
  },
  async saves(ordinal, articles) {
    const own = loaded();
    if (own.save === undefined) return null;
    const costs = [];
    for (const [index, article] of articles.entries())
      costs.push(await own.save({ ordinal: ordinal + index, article }));
    return costs;
  },
  bytes: async () => (await loaded().bytes?.()) ?? null,
  close: () => loaded().close(),
};

async function timeEach<Q extends BenchQuery | null>(
  queries: readonly Q[],
  budgetMs: number,
  ask: (query: Q) => Promise<EngineAnswer>,
): Promise<Pass> {
  const end = performance.now() + budgetMs;
  const times: number[] = [];
  const answers: EngineAnswer[] = [];
  for (const query of queries) {
    if (performance.now() > end) return { times, answers, cutShort: true };
    const watch = new Stopwatch();
    answers.push(await watch.time(() => ask(query)));
    times.push(watch.total);
  }
  return { times, answers, cutShort: false };
}

addEventListener('message', async ({ data }: MessageEvent<WorkerCall>) => {
  try {
    const run = calls[data.name] as (...args: readonly unknown[]) => Promise<unknown>;
    postMessage({ value: await run(...data.args) });
  } catch (thrown) {
    postMessage({ error: String(thrown) });
  }
});
