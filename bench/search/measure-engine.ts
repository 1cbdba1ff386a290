import type { EnginePage } from './engine-page.ts';
import type { EngineRecord } from './engine-record.ts';
import { inNewProcess, type Place } from './new-process.ts';
import type { Pass } from './page/worker-calls.ts';
import type { BenchQuery, QuerySet } from './queries/bench-query.ts';

const LIMIT = 50;
const WARM_PASSES = 2;
/** Asked ahead, so that opening and compiling are over. */
const WHOLE_ANSWERS_BEFORE = 5;
const ALL_FACETS_TIMES = 7;

/** A cold open alone. */
export function openCold(place: Place, record: EngineRecord, query: BenchQuery): Promise<void> {
  return inNewProcess(place, record.engine, async (page) => {
    await takeFirstAnswer(page, record, query);
    await page.call('close');
  });
}

/** A cold open and everything that is asked of an engine; the first round also weighs it. */
export function measureRound(place: Place, record: EngineRecord, queries: QuerySet, isFirst: boolean): Promise<void> {
  const { passMs } = place.settings;
  return inNewProcess(place, record.engine, async (page) => {
    const before = isFirst ? await page.heapBytes() : null;
    await takeFirstAnswer(page, record, firstQuery(queries));
    const after = isFirst ? await page.heapBytes() : null;
    if (before !== null && after !== null) record.heapBytes = after - before;

    record.firstPasses.push((await ask(page, record, 'first pass', queries.mix, passMs)).times);
    for (let pass = 0; pass < WARM_PASSES; pass += 1) {
      const { times, answers } = await ask(page, record, 'warm pass', queries.mix, passMs);
      record.warmPasses.push(times);
      record.topTens = answers.map(({ ordinals }) => ordinals.slice(0, 10));
    }
    await ask(page, record, 'short prefixes', queries.shortPrefixes, passMs);
    record.shortPrefixes.push(...(await ask(page, record, 'short prefixes', queries.shortPrefixes, passMs)).times);
    await ask(page, record, 'phrases', queries.phrases, passMs);
    record.phrases.push(...(await ask(page, record, 'phrases', queries.phrases, passMs)).times);

    const facets = await page.call('facetPass', queries.mix, passMs);
    if (facets !== null) record.queryFacets.push(...facets.times);
    const all = await page.call('facetPass', Array<null>(ALL_FACETS_TIMES).fill(null), passMs);
    if (all !== null) record.allFacets.push(...all.times);
    await page.call('wholePass', queries.mix.slice(0, WHOLE_ANSWERS_BEFORE), passMs);
    const whole = await page.call('wholePass', queries.mix, passMs);
    if (whole !== null) record.wholeAnswers.push(...whole.times);
    if (isFirst) record.bytes = await page.call('bytes');
    await page.call('close');
  });
}

/** A two-word query: what is asked first of an engine that was just opened. */
export function firstQuery({ mix }: QuerySet): BenchQuery {
  const query = mix.find(({ kind }) => kind === 'two words');
  if (query === undefined) throw new Error('the corpus gave no query of two words');
  return query;
}

async function takeFirstAnswer(page: EnginePage, record: EngineRecord, query: BenchQuery): Promise<void> {
  const { openMs, firstAnswerMs } = await page.call('firstAnswer', query);
  record.opens.push(openMs);
  record.firstAnswers.push(firstAnswerMs);
}

async function ask(
  page: EnginePage,
  record: EngineRecord,
  what: string,
  queries: readonly BenchQuery[],
  passMs: number,
): Promise<Pass> {
  const pass = await page.call('pass', queries, LIMIT, passMs);
  if (pass.cutShort) record.fail(what, `cut short after ${pass.times.length} of ${queries.length} queries`);
  return pass;
}
