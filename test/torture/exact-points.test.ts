import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { printedRandom } from '../support/e2e/seed.ts';
import type { PointOutcome, Scenario } from '../support/torture/bench/points.ts';
import type { KeptLibrary } from '../support/torture/bench/raw-library.ts';
import { FAULTS, type StorageFault } from '../support/torture/bench/storage-calls.ts';
import type { Command } from '../support/torture/command.ts';
import { EVERY_CALL, isLong, PATIENCE_MS } from '../support/torture/counts.ts';
import { after, EMPTY_MODEL, findLost, afterAll as modelAfter } from '../support/torture/ledger.ts';
import { type Libraries, openLibraries } from '../support/torture/libraries.ts';
import { expectLoss, expectNoLoss, noToll, type Toll } from '../support/torture/toll.ts';

/**
 * Every storage call of every command goes wrong once: it is refused, its transaction is ended, or its context ends
 * right before it, right after it, or with its answer unheard. Then the library is as before the command or as after
 * it, never between; if the command was acknowledged it is as after it, also when the database is lost that very
 * moment; and the same command, asked again, does the rest.
 */

const SAVED: readonly Command[] = [
  { type: 'save', n: 1, revision: 1 },
  { type: 'save', n: 2, revision: 1 },
  { type: 'tag', n: 1, tag: 'mine' },
];
const UPDATED: readonly Command[] = [...SAVED, { type: 'save', n: 1, revision: 2 }];
const REMOVED: readonly Command[] = [...UPDATED, { type: 'remove', n: 1 }];

const FIRST_SAVE: Scenario = { name: 'the first save', before: [], command: { type: 'save', n: 1, revision: 1 } };

const SCENARIOS: readonly Scenario[] = [
  FIRST_SAVE,
  { name: 'a save', before: SAVED, command: { type: 'save', n: 3, revision: 1 } },
  { name: 'a refresh that finds new text', before: SAVED, command: { type: 'save', n: 1, revision: 2 } },
  { name: 'a refresh that finds nothing new', before: UPDATED, command: { type: 'save', n: 1, revision: 2 } },
  { name: 'a tag', before: SAVED, command: { type: 'tag', n: 2, tag: 'new' } },
  { name: 'a note', before: SAVED, command: { type: 'note', n: 1, text: 'What I think of it.' } },
  { name: 'a removal', before: UPDATED, command: { type: 'remove', n: 1 } },
  { name: 'a restoration', before: REMOVED, command: { type: 'restore', n: 1 } },
  { name: 'a save of what lies in the bin', before: REMOVED, command: { type: 'save', n: 1, revision: 3 } },
  { name: 'bringing the library back', before: UPDATED, isLost: true, command: { type: 'open' } },
];

/** What goes wrong with the calls of each command: in the short form, its context ends before them. */
const CASES = SCENARIOS.flatMap((scenario, place) =>
  FAULTS.filter((fault) => isLong || fault === 'stop before' || (fault === 'refuse' && place === 1)).map((fault) => ({
    scenario,
    fault,
    name: scenario.name,
  })),
);

const random = printedRandom('exact points');
let site: DemoSite;
let libraries: Libraries;

beforeAll(async () => {
  site = await startDemoSite();
  libraries = await openLibraries({ count: 1, site });
  await libraries.session.stopBackground(); // It would open the library whenever it is taken from it.
});

afterAll(async () => {
  await libraries?.close();
  await site?.stop();
});

/** Makes call after call go wrong, until the command ends before its turn comes; with `isForgetful`, until that costs something. */
async function playAll(scenario: Scenario, fault: StorageFault, toll: Toll, isForgetful = false): Promise<void> {
  const [library] = libraries.all;
  if (library === undefined) throw new Error('There is no library');
  for (let point = 1 + random.below(EVERY_CALL); ; point += EVERY_CALL) {
    const isCaughtUp = random.below(2) === 0;
    const outcome = await library.call('playPoint', scenario, point, fault, isCaughtUp, isForgetful);
    judge(outcome, scenario, isCaughtUp, `${scenario.name}, call ${point}, ${fault}`, toll);
    if (outcome.calls < point || (isForgetful && toll.lost.length > 0)) return;
  }
}

function judge(outcome: PointOutcome, scenario: Scenario, isCaughtUp: boolean, where: string, toll: Toll): void {
  const { answer, cut, restored, again, settled, restoredAgain } = outcome;
  const before = modelAfter(EMPTY_MODEL, scenario.before);
  const done = after(before, scenario.command);
  const isAcknowledged = answer?.ok === true;
  const lostOf = ({ articles }: KeptLibrary) => {
    const [undone, complete] = [findLost(articles, before), findLost(articles, done)];
    return isAcknowledged || undone.length > 0 ? complete : [];
  };
  const tell = (when: string) => (sentence: string) => `${where}, ${when}: ${sentence}`;
  toll.points += 1;
  if (isAcknowledged) toll.acknowledged += 1;
  if (scenario.isLost !== true || isAcknowledged) toll.lost.push(...lostOf(cut).map(tell('cut')));
  toll.lost.push(...lostOf(restored).map(tell('restored')));
  if (isCaughtUp && scenario.isLost !== true && findLost(cut.articles, done).length === 0) {
    toll.lost.push(...findLost(restored.articles, done).map(tell('committed and restored')));
  }
  if (!again.ok) toll.endless.push(tell('again')(`${again.problem.kind} ${again.problem.detail}`));
  toll.lost.push(...findLost(settled.articles, done).map(tell('again')));
  toll.lost.push(...findLost(restoredAgain.articles, done).map(tell('restored again')));
  for (const [when, library] of Object.entries({ cut, restored, settled, restoredAgain })) {
    if (when === 'cut' && scenario.isLost === true) continue; // Half a library is what a recovery was cut off at.
    toll.half.push(...library.halves.map(tell(when)));
    toll.duplicates.push(...library.duplicates.map(tell(when)));
  }
}

it.each(CASES)(
  'loses and halves nothing whichever storage call goes wrong: $name, $fault',
  async ({ scenario, fault }) => {
    const toll = noToll(`every call of ${scenario.name}: ${fault}`);
    await playAll(scenario, fault, toll);
    expectNoLoss(toll);
    expect(toll.points).toBeGreaterThan(2);
  },
  PATIENCE_MS,
);

it(
  'would notice what is lost: without a second copy, the same points lose what was acknowledged',
  async () => {
    const toll = noToll('control without a second copy: every call of the first save');
    await playAll(FIRST_SAVE, 'stop after', toll, true);
    expectLoss(toll);
  },
  PATIENCE_MS,
);
