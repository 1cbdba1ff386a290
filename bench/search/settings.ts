import type { BrowserName } from '../../test/support/browser/executables.ts';
import type { EngineName } from './page/engines.ts';

/** What of the search benchmark is to run, from the environment. */
export interface Settings {
  readonly sizes: readonly number[];
  readonly browsers: readonly BrowserName[];
  readonly peers: readonly EngineName[];
  /** A JSON Lines file, gzipped or not; null: generated. */
  readonly corpusPath: string | null;
  readonly seed: number;
  /** Rounds in which every engine is opened in a new process and asked everything, one engine after the other. */
  readonly rounds: number;
  /** Cold opens beyond those of the rounds, for the engines that open in a moment. */
  readonly coldRounds: number;
  /** After this long a peer's build is given up. */
  readonly peerBuildMs: number;
  /** After this long one pass over the queries is cut short. */
  readonly passMs: number;
  readonly dropsCaches: boolean;
  /** Sizes at which our own cost is measured for the plot. */
  readonly growth: readonly number[];
}

const PEERS: readonly EngineName[] = ['SQLite FTS5', 'MiniSearch', 'FlexSearch', 'Orama'];

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(environment: Environment): Settings {
  const list = (name: string, fallback: string) =>
    (environment[name] ?? fallback)
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  const number = (name: string, fallback: number) => Number(environment[name] ?? fallback);
  return {
    sizes: list('SIZES', '10000').map(Number),
    browsers: list('BROWSERS', 'chromium,firefox') as BrowserName[],
    peers: list('PEERS', PEERS.join(',')) as EngineName[],
    corpusPath: environment['CORPUS'] ?? null,
    seed: number('SEED', 20_261_123),
    rounds: number('SEARCH_ROUNDS', 3),
    coldRounds: number('COLD_ROUNDS', 4),
    peerBuildMs: number('PEER_MINUTES', 12) * 60_000,
    passMs: number('PASS_SECONDS', 120) * 1000,
    dropsCaches: environment['DROP_CACHES'] !== '0',
    growth: list('GROWTH', '1000,3000').map(Number),
  };
}
