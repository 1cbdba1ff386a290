import type { NaiveHit } from './naive-index.ts';

/** Of two articles that are equally good, the order of adding up can put either ahead by the last bits of the sum. */
const NEARLY = 1e-9;

/**
 * What is wrong with `hits` as the best `limit` of what `model` found, best first, as sentences: each must have the score
 * that the model gives its place and its article, but for the last bits, and of equal ones the newest comes first.
 */
export function rankingFaults(hits: readonly NaiveHit[], model: readonly NaiveHit[], limit = model.length): string[] {
  const byKey = new Map(model.map(({ key, score }) => [key, score]));
  const best = model.slice(0, limit);
  const faults = hits.length === best.length ? [] : [`${hits.length} hits, not ${best.length}`];
  for (const [place, { key, score }] of hits.entries()) {
    for (const wanted of [best[place]?.score, byKey.get(key)]) {
      if (!isNearly(score, wanted)) faults.push(`${key} has ${score}, not ${wanted}, in place ${place}`);
    }
    if (!mayFollow({ key, score }, hits[place - 1])) faults.push(`${key} stands behind a worse one in place ${place}`);
  }
  return faults;
}

function isNearly(score: number, wanted: number | undefined): boolean {
  return wanted !== undefined && Math.abs(score - wanted) <= NEARLY * Math.max(1e-9, Math.abs(score), Math.abs(wanted));
}

function mayFollow({ key, score }: NaiveHit, before: NaiveHit | undefined): boolean {
  return before === undefined || score < before.score || (score === before.score && key < before.key);
}
