import type { NaiveHit } from './naive-index.ts';

/** What can be asked of the order of hits when sums are added up in different orders. */
export interface Ranking {
  readonly scores: readonly number[];
  /** What the model gives the same articles. */
  readonly scoresByModel: readonly (number | undefined)[];
  /** Whether each follows the one before it: by its score, of equal ones the newest first. */
  readonly isInOrder: boolean;
}

/**
 * The ranking of `hits` beside what `model` has found, scores to nine places: of two articles that are equally good, the
 * order of adding can put either ahead by the last bit.
 */
export function rankingOf(hits: readonly NaiveHit[], model: readonly NaiveHit[]): Ranking {
  const byModel = new Map(model.map(({ key, score }) => [key, rounded(score)]));
  return {
    scores: hits.map(({ score }) => rounded(score)),
    scoresByModel: hits.map(({ key }) => byModel.get(key)),
    isInOrder: hits.every((hit, place) => mayFollow(hit, hits[place - 1])),
  };
}

function rounded(score: number): number {
  return Number(score.toFixed(9));
}

function mayFollow({ key, score }: NaiveHit, before: NaiveHit | undefined): boolean {
  return before === undefined || score < before.score || (score === before.score && key < before.key);
}
