import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { timeOf } from '../support/torture/bench/contexts.ts';
import { HASTY } from '../support/torture/broken-builds.ts';
import type { Command } from '../support/torture/command.ts';
import { inPortions, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { after, EMPTY_MODEL, findLost, type Model } from '../support/torture/ledger.ts';
import { type BenchLibrary, type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { randomCommand } from '../support/torture/page-writer.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/** Many contexts write the same few articles at the same time, or are closed in the middle of it. */

const CONTEXTS = 8;
const ARTICLES = 12;

/** So many commands are given together, and so many pages are closed, before the library begins anew. */
const COMMANDS_OF_ONE_LIBRARY = 1_000;
const CLOSINGS_OF_ONE_LIBRARY = 250;

const random = printedRandom('writers');
let site: DemoSite;
let libraries: Libraries;

beforeAll(async () => {
  site = await startDemoSite();
  libraries = await openLibraries({ count: 1, site });
});

afterAll(async () => {
  await libraries?.close();
  await site?.stop();
});

const library = (): BenchLibrary => {
  const [one] = libraries.all;
  if (one === undefined) throw new Error('There is no library');
  return one;
};

/** The model after the commands in the order of their changes: those that changed nothing have none. */
function replay(lists: readonly (readonly Command[])[], times: readonly number[]): Model {
  const byTime = new Map(
    lists.flatMap((list, place) => list.map((one, index) => [timeOf(place, index), one] as const)),
  );
  return times.reduce((model, time) => {
    const command = byTime.get(time);
    return command === undefined ? model : after(model, command);
  }, EMPTY_MODEL);
}

async function startAnew({ call }: BenchLibrary): Promise<void> {
  await call('loseDatabase');
  await call('forgetCopy');
}

/** Gives about `count` commands to eight contexts, and counts what differs from their replay; `control` from a wrong one. */
async function raceAll({ call }: BenchLibrary, count: number, toll: Toll, control: Toll): Promise<void> {
  const lists = Array.from({ length: CONTEXTS }, () =>
    Array.from({ length: Math.ceil(count / CONTEXTS) }, () => randomCommand(random, ARTICLES)),
  );
  const answers = await call('race', lists);
  toll.points += answers.length;
  toll.acknowledged += answers.filter(({ ok }) => ok).length;
  toll.endless.push(...answers.flatMap((answer) => (answer.ok ? [] : [JSON.stringify(answer.problem)])));
  const times = await call('readTimes');
  const model = replay(lists, times);
  const kept = await call('readKept');
  toll.lost.push(...findLost(kept.articles, model));
  toll.half.push(...kept.halves);
  toll.duplicates.push(...kept.duplicates);
  toll.half.push(...(await call('findSearchFaults')));
  await call('loseDatabase');
  await call('runAll', [{ type: 'open' }], 0);
  const restored = await call('readKept');
  toll.lost.push(...findLost(restored.articles, model).map((sentence) => `brought back: ${sentence}`));
  toll.half.push(...(await call('findSearchFaults')).map((sentence) => `brought back: ${sentence}`));
  control.points += answers.length;
  control.lost.push(...findLost(kept.articles, replay(lists, times.toReversed())));
}

it(
  'ends as if eight contexts had written one after another, in the order of their changes, in both stores and in search',
  async () => {
    const toll = noToll('commands of eight contexts');
    const control = noToll('control with the changes in another order: commands of eight contexts');
    const renew = () => startAnew(library());
    await inPortions(pointsOf('commands of eight contexts'), COMMANDS_OF_ONE_LIBRARY, renew, (points) =>
      raceAll(library(), points, toll, control),
    );
    expectNoLoss(toll);
    expectLoss(control);
  },
  PATIENCE_MS,
);

/** Closes a page in the middle of each of `points` changes to a new library, at the latest after `withinMs`. */
async function closeOften(closed: BenchLibrary, points: number, toll: Toll, withinMs = 80): Promise<void> {
  let model = EMPTY_MODEL;
  await startAnew(closed);
  for (let point = 0; point < points; point += 1) {
    const command = randomCommand(random, ARTICLES);
    const { answer } = await closed.call('runClosed', command, timeOf(0, point), random.next() * withinMs);
    const kept = await closed.call('readKept');
    const done = after(model, command);
    const isDone = answer?.ok === true || findLost(kept.articles, done).length === 0;
    if (isDone) model = done;
    toll.points += 1;
    if (answer?.ok) toll.acknowledged += 1;
    if (answer?.ok === false) toll.endless.push(JSON.stringify(answer.problem));
    toll.lost.push(...findLost(kept.articles, model).map((sentence) => `point ${point}, ${command.type}: ${sentence}`));
    toll.half.push(...kept.halves);
    toll.duplicates.push(...kept.duplicates);
  }
}

it(
  'loses and halves nothing when a page is closed in the middle of a change',
  async () => {
    const toll = noToll('page closed in a change');
    const renew = async () => {}; // Each portion begins with a new library by itself.
    await inPortions(pointsOf('page closed in a change'), CLOSINGS_OF_ONE_LIBRARY, renew, (points) =>
      closeOften(library(), points, toll),
    );
    expectNoLoss(toll);
    expect(toll.acknowledged).toBeLessThan(toll.points);
  },
  PATIENCE_MS,
);

it(
  'would notice a page that answers before its transaction is complete',
  async () => {
    const toll = noToll('control that answers before the commit: page closed in a change');
    const hasty = await openLibraries({ count: 1, site, before: HASTY });
    try {
      for (let round = 0; toll.lost.length === 0 && round < 5; round += 1) {
        await closeOften(hasty.all[0] as BenchLibrary, 5, toll, 2_000);
      }
    } finally {
      await hasty.close();
    }
    expectLoss(toll);
  },
  PATIENCE_MS,
);
