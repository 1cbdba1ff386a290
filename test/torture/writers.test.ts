import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { timeOf } from '../support/torture/bench/contexts.ts';
import type { Command } from '../support/torture/command.ts';
import { PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { after, EMPTY_MODEL, findLost, type Model } from '../support/torture/ledger.ts';
import { type BenchLibrary, type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { randomCommand } from '../support/torture/page-writer.ts';
import { expectLoss, expectNoLoss, noToll } from '../support/torture/toll.ts';

/** Many contexts write the same few articles at the same time, or are closed in the middle of it. */

const CONTEXTS = 8;
const ARTICLES = 12;

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

it(
  'ends as if eight contexts had written one after another, in the order of their changes, in both stores and in search',
  async () => {
    const toll = noToll('commands of eight contexts');
    const each = Math.ceil(pointsOf('commands of eight contexts') / CONTEXTS);
    const lists = Array.from({ length: CONTEXTS }, () =>
      Array.from({ length: each }, () => randomCommand(random, ARTICLES)),
    );
    const answers = await library().call('race', lists);
    toll.points = answers.length;
    toll.acknowledged = answers.filter(({ ok }) => ok).length;
    toll.endless.push(...answers.flatMap((answer) => (answer.ok ? [] : [JSON.stringify(answer.problem)])));
    const times = await library().call('readTimes');
    const model = replay(lists, times);
    const kept = await library().call('readKept');
    toll.lost.push(...findLost(kept.articles, model));
    toll.half.push(...kept.halves);
    toll.duplicates.push(...kept.duplicates);
    toll.half.push(...(await library().call('findSearchFaults')));
    await library().call('loseDatabase');
    await library().call('runAll', [{ type: 'open' }], 0);
    const restored = await library().call('readKept');
    toll.lost.push(...findLost(restored.articles, model).map((sentence) => `brought back: ${sentence}`));
    toll.half.push(...(await library().call('findSearchFaults')).map((sentence) => `brought back: ${sentence}`));
    expectNoLoss(toll);

    const control = noToll('control with two changes in another order: commands of eight contexts');
    control.lost.push(...findLost(kept.articles, replay(lists, times.toReversed())));
    expectLoss(control);
  },
  PATIENCE_MS,
);

it(
  'loses and halves nothing when a page is closed in the middle of a change',
  async () => {
    const toll = noToll('page closed in a change');
    let model = EMPTY_MODEL;
    let isFirst = true;
    for (let point = 0; point < pointsOf('page closed in a change'); point += 1) {
      if (isFirst) {
        await library().call('loseDatabase');
        await library().call('forgetCopy');
        isFirst = false;
      }
      const command = randomCommand(random, ARTICLES);
      const { answer } = await library().call('runClosed', command, timeOf(0, point), random.next() * 80);
      const kept = await library().call('readKept');
      const done = after(model, command);
      const isDone = answer?.ok === true || findLost(kept.articles, done).length === 0;
      if (isDone) model = done;
      toll.points += 1;
      if (answer?.ok) toll.acknowledged += 1;
      if (answer?.ok === false) toll.endless.push(JSON.stringify(answer.problem));
      toll.lost.push(
        ...findLost(kept.articles, model).map((sentence) => `point ${point}, ${command.type}: ${sentence}`),
      );
      toll.half.push(...kept.halves);
      toll.duplicates.push(...kept.duplicates);
    }
    expectNoLoss(toll);
    expect(toll.acknowledged).toBeLessThan(toll.points);
  },
  PATIENCE_MS,
);
