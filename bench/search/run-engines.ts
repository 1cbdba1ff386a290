import type { BrowserName } from '../../test/support/browser/executables.ts';
import { createProfile, removeProfile } from '../../test/support/browser/profile.ts';
import { startBenchServer } from './bench-server.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { KeptCorpus } from './corpus/kept-corpus.ts';
import { EngineRecord } from './engine-record.ts';
import { build, firstQuery, inNewProcess, measureRound, openCold, type Place } from './measure-engine.ts';
import type { Run } from './measurements.ts';
import type { EngineName } from './page/engines.ts';
import { dropPageCache } from './page-cache.ts';
import type { QuerySet } from './queries/bench-query.ts';
import { drawQueries } from './queries/draw-queries.ts';
import type { Settings } from './settings.ts';

/** An engine whose opening takes longer than this is asked in two rounds only. */
const SLOW_OPEN_MS = 3_000;
const SAVES = 40;

/** Measures all of `engines` on `corpus` in one browser, turn by turn; the floor is opened along with Offprint. */
export async function runEngines(
  browser: BrowserName,
  corpus: KeptCorpus,
  engines: readonly EngineName[],
  folder: string,
  settings: Settings,
  say: (progress: string) => void,
): Promise<Run> {
  const queries = drawQueries(corpus, settings.seed);
  const server = await startBenchServer(folder, engines.length, corpus);
  const profile = createProfile();
  const records = engines.map((engine) => new EngineRecord(engine));
  const floor = new EngineRecord('floor');
  const placeOf = ({ engine }: EngineRecord): Place => {
    const origin = Math.max(0, engines.indexOf(engine)); // The floor lives where Offprint does.
    return { browser, profile, address: server.address(origin), settings };
  };
  try {
    for (const record of records) {
      say(`${browser}, ${corpus.size}: building ${record.engine}`);
      await attempt(record, 'build', () => build(placeOf(record), record, corpus.size, settings.peerBuildMs));
    }
    const built = records.filter((record) => record.build !== null);
    for (let round = 0; round < settings.rounds; round += 1) {
      say(`${browser}, ${corpus.size}: round ${round + 1} of ${settings.rounds}`);
      if (engines[0] === 'Offprint')
        await attempt(floor, 'open', () => openCold(placeOf(floor), floor, firstQuery(queries)));
      for (const record of rotated(built, round)) {
        if (isLeftOut(record, round)) continue;
        await attempt(record, 'ask', () => measureRound(placeOf(record), record, queries, round === 0));
      }
    }
    for (const record of built) await attempt(record, 'save', () => save(placeOf(record), record, corpus, queries));
    return {
      browser,
      corpus: corpus.name,
      articles: corpus.size,
      textBytes: corpus.bodyBytes,
      cachesDropped: settings.dropsCaches && dropPageCache(),
      mix: queries.mix,
      engines: [...records, floor],
    };
  } finally {
    await server.stop();
    removeProfile(profile);
  }
}

/** Saves come last, since they change what is searched: copies of articles under new slugs. */
function save(place: Place, record: EngineRecord, corpus: Corpus, queries: QuerySet): Promise<void> {
  return inNewProcess(place, record.engine, async (page) => {
    await page.call('firstAnswer', firstQuery(queries));
    const articles = corpus
      .slice(0, Math.min(corpus.size, SAVES))
      .map((article, index) => ({ ...article, slug: `saved-again-${index}` }));
    const costs = await page.call('saves', corpus.size, articles);
    record.saves.push(...(costs ?? []).slice(2)); // The first ones compile the code.
    await page.call('close');
  });
}

function isLeftOut({ firstAnswers }: EngineRecord, round: number): boolean {
  return round >= 2 && Math.min(...firstAnswers) > SLOW_OPEN_MS;
}

/** So that no engine always comes after the same other one. */
function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const at = by % Math.max(1, items.length);
  return [...items.slice(at), ...items.slice(0, at)];
}

/** An engine that fails is reported with its error, and the others go on. */
async function attempt(record: EngineRecord, act: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    record.fail(act, thrown);
  }
}
