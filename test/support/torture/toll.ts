import { appendFileSync } from 'node:fs';
import { expect, onTestFailed } from 'vitest';

/** What one fault cost over all its points; the last five hold a sentence for each thing that went wrong. */
export interface Toll {
  readonly fault: string;
  points: number;
  acknowledged: number;
  readonly lost: string[];
  readonly half: string[];
  readonly duplicates: string[];
  /** Commands that nobody was answered, even asked again. */
  readonly endless: string[];
  /** Uncaught errors in pages, where the fault is one that pages could notice. */
  readonly errors: string[];
}

/** A toll to count up, in a test: one that breaks off still gets its row into the table. */
export function noToll(fault: string): Toll {
  const toll = { fault, points: 0, acknowledged: 0, lost: [], half: [], duplicates: [], endless: [], errors: [] };
  begun.set(toll, performance.now());
  onTestFailed(() => {
    if (begun.has(toll)) tell({ ...toll, fault: `${fault} (broken off)` }, begun.get(toll));
  });
  return toll;
}

/** When the tolls that are not told yet began. */
const begun = new Map<Toll, number>();

/** Writes the toll into the table of `npm run torture` and fails unless nothing went wrong. */
export function expectNoLoss(toll: Toll): void {
  tellOnce(toll);
  const { lost, half, duplicates, endless, errors } = toll;
  expect({ lost, half, duplicates, endless, errors }).toEqual({
    lost: [],
    half: [],
    duplicates: [],
    endless: [],
    errors: [],
  });
  expect(toll.points).toBeGreaterThan(0);
}

/** The same faults without the protection: fails unless something was lost, for then the test would see nothing. */
export function expectLoss(toll: Toll): void {
  tellOnce(toll);
  expect(toll.lost).not.toEqual([]);
}

/** As `expectLoss`, where what the protection prevents is an error in a page. */
export function expectErrors(toll: Toll): void {
  tellOnce(toll);
  expect(toll.errors).not.toEqual([]);
}

function tellOnce(toll: Toll): void {
  tell(toll, begun.get(toll));
  begun.delete(toll);
}

function tell(toll: Toll, since = performance.now()): void {
  const { fault, points, acknowledged, lost, half, duplicates, endless, errors } = toll;
  const wrong = Object.entries({ lost, half, duplicates, endless, errors });
  const counts = Object.fromEntries(wrong.map(([what, sentences]) => [what, sentences.length]));
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  const line = JSON.stringify({ fault, points, acknowledged, ...counts, seconds });
  console.log(line);
  const file = process.env['TORTURE_TABLE'];
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
