import { build } from './build-engine.ts';
import type { Corpus } from './corpus/corpus.ts';
import { EngineRecord } from './engine-record.ts';
import { firstQuery, measureRound, openCold } from './measure-engine.ts';
import { inNewProcess, type Place } from './new-process.ts';
import type { EngineName } from './page/engines.ts';
import type { QuerySet } from './queries/bench-query.ts';
import type { Settings } from './settings.ts';

/** An engine whose opening takes longer than this is asked in two rounds only. */
const SLOW_OPEN_MS = 3_000;
const SAVES = 40;
/** The first saves compile the code. */
const SAVES_LEFT_OUT = 4;

export interface ContestOptions {
  readonly corpus: Corpus;
  readonly queries: QuerySet;
  readonly settings: Settings;
  readonly records: readonly EngineRecord[];
  placeOf(this: void, engine: EngineName): Place;
  say(this: void, progress: string): void;
}

/** Engines that take turns. One that fails is reported with its error, and the others go on. */
export class Contest {
  /** What opening Offprint's database and reading one article takes, where Offprint takes part. */
  readonly floor = new EngineRecord('floor');
  readonly #options: ContestOptions;

  constructor(options: ContestOptions) {
    this.#options = options;
  }

  async buildAll(): Promise<void> {
    const { records, corpus, settings, placeOf } = this.#options;
    for (const record of records) {
      const place = placeOf(record.engine);
      await this.#attempt(record, 'build', () => build(place, record, corpus.size, settings.peerBuildMs), 1);
    }
  }

  /** One round of everything; who begins changes from round to round. */
  async askAll(round: number): Promise<void> {
    const { queries, placeOf } = this.#options;
    await this.#openFloor();
    for (const record of rotated(this.#built(), round)) {
      if (round >= 2 && isSlow(record)) continue;
      const place = placeOf(record.engine);
      await this.#attempt(record, 'ask', () => measureRound(place, record, queries, round === 0));
    }
  }

  /** One more cold open of the floor and of all that open in a moment. */
  async openQuickOnes(round: number): Promise<void> {
    const { queries, placeOf } = this.#options;
    await this.#openFloor();
    for (const record of rotated(this.#built(), round)) {
      if (isSlow(record)) continue;
      await this.#attempt(record, 'open', () => openCold(placeOf(record.engine), record, firstQuery(queries)));
    }
  }

  /** To be done last, since it changes what is searched: copies of articles under new slugs. */
  async saveInAll(): Promise<void> {
    const { corpus, queries, placeOf } = this.#options;
    const articles = corpus
      .slice(0, Math.min(corpus.size, SAVES))
      .map((article, index) => ({ ...article, slug: `saved-again-${index}` }));
    for (const record of this.#built()) {
      const place = placeOf(record.engine);
      await this.#attempt(
        record,
        'save',
        () =>
          inNewProcess(place, record.engine, async (page) => {
            await page.call('firstAnswer', firstQuery(queries));
            const costs = await page.call('saves', corpus.size, articles);
            record.saves.push(...(costs ?? []).slice(SAVES_LEFT_OUT));
            await page.call('close');
          }),
        1,
      );
    }
  }

  #built(): readonly EngineRecord[] {
    return this.#options.records.filter((record) => record.build !== null);
  }

  async #openFloor(): Promise<void> {
    if (!this.#built().some(({ engine }) => engine === 'Offprint')) return;
    const place = this.#options.placeOf('Offprint'); // Its origin has the database.
    await this.#attempt(this.floor, 'open', () => openCold(place, this.floor, firstQuery(this.#options.queries)));
  }

  /** A second try is for a browser that went away: an engine that cannot do something fails again. */
  async #attempt(record: EngineRecord, act: string, work: () => Promise<void>, tries = 2): Promise<void> {
    this.#options.say(`${act}: ${record.engine}`);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await work();
        return;
      } catch (thrown) {
        record.fail(act, thrown);
      }
    }
  }
}

function isSlow({ firstAnswers }: EngineRecord): boolean {
  return Math.min(...firstAnswers) > SLOW_OPEN_MS;
}

/** So that no engine always comes after the same other one. */
function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const at = by % Math.max(1, items.length);
  return [...items.slice(at), ...items.slice(0, at)];
}
