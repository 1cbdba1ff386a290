import { createRandom, type Random } from '../../site/random.ts';

/** Random numbers that are others in every run; the seed is printed, and `CRASH_SEED=<seed>` plays the same run again. */
export function printedRandom(what: string): Random {
  const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 1_000_000));
  console.log(`${what}: CRASH_SEED=${seed}`);
  return createRandom(seed);
}
