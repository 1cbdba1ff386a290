import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/** What one fault cost over all its points; the last four hold a sentence for each thing that went wrong. */
export interface Toll {
  readonly fault: string;
  points: number;
  acknowledged: number;
  readonly lost: string[];
  readonly half: string[];
  readonly duplicates: string[];
  /** Commands that nobody was answered, even asked again. */
  readonly endless: string[];
}

/** A toll to count up. */
export function noToll(fault: string): Toll {
  return { fault, points: 0, acknowledged: 0, lost: [], half: [], duplicates: [], endless: [] };
}

/** Writes the toll into the table of `npm run torture` and fails unless nothing went wrong. */
export function expectNoLoss(toll: Toll): void {
  tell(toll);
  const { lost, half, duplicates, endless } = toll;
  expect({ lost, half, duplicates, endless }).toEqual({ lost: [], half: [], duplicates: [], endless: [] });
  expect(toll.points).toBeGreaterThan(0);
}

/** The same faults without the protection: fails unless something was lost, for then the test would see nothing. */
export function expectLoss(toll: Toll): void {
  tell(toll);
  expect(toll.lost).not.toEqual([]);
}

function tell(toll: Toll): void {
  const { fault, points, acknowledged, lost, half, duplicates, endless } = toll;
  const count = (sentences: readonly string[]) => sentences.length;
  const row = { fault, points, acknowledged, lost: count(lost), half: count(half), duplicates: count(duplicates) };
  const line = JSON.stringify({ ...row, endless: count(endless) });
  console.log(line);
  const file = process.env['TORTURE_TABLE'];
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
