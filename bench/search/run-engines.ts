import type { BrowserName } from '../../test/support/browser/executables.ts';
import { createProfile, removeProfile } from '../../test/support/browser/profile.ts';
import { startBenchServer } from './bench-server.ts';
import { Contest } from './contest.ts';
import type { KeptCorpus } from './corpus/kept-corpus.ts';
import { EngineRecord } from './engine-record.ts';
import type { Run } from './measurements.ts';
import type { EngineName } from './page/engines.ts';
import { dropPageCache } from './page-cache.ts';
import { drawQueries } from './queries/draw-queries.ts';
import type { Settings } from './settings.ts';

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
  const contest = new Contest({
    corpus,
    queries,
    settings,
    records,
    placeOf: (engine) => ({ browser, profile, address: server.address(engines.indexOf(engine)), settings }),
    say: (progress) => say(`${browser}, ${corpus.size.toLocaleString('en')} articles: ${progress}`),
  });
  try {
    await contest.buildAll();
    for (let round = 0; round < settings.rounds; round += 1) await contest.askAll(round);
    for (let round = 0; round < settings.coldRounds; round += 1) await contest.openQuickOnes(round);
    await contest.saveInAll();
    return {
      browser,
      corpus: corpus.name,
      articles: corpus.size,
      textBytes: corpus.bodyBytes,
      cachesDropped: settings.dropsCaches && dropPageCache(),
      mix: queries.mix,
      engines: [...records, contest.floor],
    };
  } finally {
    await server.stop();
    removeProfile(profile);
  }
}
