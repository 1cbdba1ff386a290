import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import { HASTY } from '../support/torture/broken-builds.ts';
import { inPortions, PATIENCE_MS, pointsOf } from '../support/torture/counts.ts';
import { after, EMPTY_MODEL, findLost } from '../support/torture/ledger.ts';
import { type BenchLibrary, openLibraries } from '../support/torture/libraries.ts';
import { randomCommand } from '../support/torture/page-writer.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/**
 * The browser closes the connection to the database in the middle of a command or right after it, and then cannot open it a
 * few times, up to as often as the product tries but one.
 */

const ARTICLES = 12;
const MOST_FAILURES = 4;
const LONGEST_MS = 40;

/** A page asks so often in all, as `services/send.ts` does. */
const TRIES = 3;

/** After so many points the library begins anew. */
const POINTS_OF_ONE_LIBRARY = 250;

const random = printedRandom('connections');
let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});

afterAll(() => site?.stop());

/** Closes connections at `points` moments of a new library's commands, or until something is lost; answers how many had to be asked again. */
async function closeOften(before: string, points: number, toll: Toll): Promise<number> {
  const libraries = await openLibraries({ count: 1, site, before });
  const [library] = libraries.all as [BenchLibrary];
  let model = EMPTY_MODEL;
  let again = 0;
  try {
    for (let point = 0; point < points && toll.lost.length === 0; point += 1) {
      const command = randomCommand(random, ARTICLES);
      const [afterMs, failures] = [random.next() * LONGEST_MS, random.below(MOST_FAILURES + 1)];
      let answer = await library.call('runDisconnected', command, point, afterMs, failures);
      if (!answer.ok) again += 1;
      for (let tries = 1; !answer.ok && tries < TRIES; tries += 1) {
        answer = await library.call('runHere', command, point);
      }
      toll.points += 1;
      if (answer.ok) {
        toll.acknowledged += 1;
        model = after(model, command);
      } else toll.endless.push(`point ${point}, ${command.type}: ${JSON.stringify(answer.problem)}`);
      const kept = await library.call('readKept');
      toll.lost.push(...findLost(kept.articles, model).map((sentence) => `point ${point}: ${sentence}`));
      toll.half.push(...kept.halves);
      toll.duplicates.push(...kept.duplicates);
    }
  } finally {
    await libraries.close();
  }
  return again;
}

it(
  'loses and halves nothing when the connection is closed at any moment and cannot be opened for a while',
  async () => {
    const toll = noToll('connection closed by the browser');
    let again = 0;
    const renew = async () => {}; // Each portion has a library of its own.
    await inPortions(pointsOf('connection closed by the browser'), POINTS_OF_ONE_LIBRARY, renew, async (points) => {
      again += await closeOften('', points, toll);
    });
    console.log(`${again} of ${toll.points} commands were asked again`);
    expectNoLoss(toll);
    expect(again).toBeLessThan(toll.points / 2);
  },
  PATIENCE_MS,
);

it(
  'would notice a page that answers before its transaction is complete',
  async () => {
    const toll = noToll('control that answers before the commit: connection closed by the browser');
    await closeOften(HASTY, 40, toll);
    expectLoss(toll);
  },
  PATIENCE_MS,
);
