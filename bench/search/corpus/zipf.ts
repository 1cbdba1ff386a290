import type { Random } from '../../../test/site/random.ts';

const GUIDES = 65_536;

/** Draws ranks from 0 to `size` - 1, each as often as its weight says. */
export interface Ranks {
  readonly size: number;
  draw(random: Random): number;
}

/** Ranks with weight `weightOf(rank)`; drawn by the inverse of their cumulative distribution. */
export function weightedRanks(size: number, weightOf: (rank: number) => number): Ranks {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += weightOf(rank);
    sums[rank] = sum;
  }
  const guides = guidesOf(sums, sum);
  return {
    size,
    draw(random) {
      const share = random.next();
      const guide = Math.floor(share * GUIDES);
      let low = guides[guide] as number;
      let high = guides[guide + 1] as number;
      const wanted = share * sum;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sums[middle] as number) <= wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** For every 65,536th of the distribution the rank it begins in, so that a draw searches only a few ranks. */
function guidesOf(sums: Float64Array, sum: number): Uint32Array {
  const guides = new Uint32Array(GUIDES + 1);
  let rank = 0;
  for (let guide = 0; guide <= GUIDES; guide += 1) {
    while (rank < sums.length - 1 && (sums[rank] as number) <= (guide / GUIDES) * sum) rank += 1;
    guides[guide] = rank;
  }
  return guides;
}

/** Zipf's law as Mandelbrot put it: the weight of a rank is (rank + 1 + `shift`) to the power of -`exponent`. */
export function zipf(size: number, exponent: number, shift = 0): Ranks {
  return weightedRanks(size, (rank) => (rank + 1 + shift) ** -exponent);
}

/**
 * Zipf with the steeper tail that large collections show: beyond rank `bend` the exponent is `tail` (Ferrer i Cancho and
 * Solé, "Two regimes in the frequency of words", 2001). It makes the number of distinct words keep growing with the text.
 */
export function twoRegimes(size: number, exponent: number, bend: number, tail: number): Ranks {
  const atBend = (bend + 2.7) ** -exponent;
  return weightedRanks(size, (rank) => (rank < bend ? (rank + 2.7) ** -exponent : atBend * (rank / bend) ** -tail));
}
