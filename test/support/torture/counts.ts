/**
 * How often each fault is tried: as few times as show it in `npm test`, many in `npm run torture`, which says by
 * `TORTURE` what share of the long form it wants.
 */
const POINTS = {
  'background stopped in a save': { short: 220, long: 8_000 },
  'background stopped in a refresh': { short: 70, long: 1_900 },
  'background stopped under the popup': { short: 10, long: 100 },
  'background stopped in Firefox': { short: 15, long: 500 },
  'page closed in a change': { short: 60, long: 2_000 },
  'browser killed': { short: 52, long: 940 },
  'browser killed in an upgrade': { short: 6, long: 30 },
  'Firefox killed': { short: 3, long: 30 },
  'log of the database torn': { short: 16, long: 160 },
  'log of the second copy torn': { short: 4, long: 40 },
  'SQLite journal torn': { short: 4, long: 40 },
  'database damaged': { short: 8, long: 200 },
  'both stores damaged': { short: 8, long: 8 },
  'disk full': { short: 5, long: 50 },
  'disk full in an upgrade': { short: 3, long: 30 },
  'commands of eight contexts': { short: 240, long: 10_000 },
  'connection closed by the browser': { short: 60, long: 1_000 },
  'extension reloaded': { short: 3, long: 100 },
} as const;

export type Fault = keyof typeof POINTS;

const share = Number(process.env['TORTURE'] ?? 0);

/** Whether this is `npm run torture`. */
export const isLong = share > 0;

/** So many show that the faults hit and the controls lose something, however small a share is asked for. */
const FEWEST_POINTS = 8;

/** How many points a fault gets in this run. */
export function pointsOf(fault: Fault): number {
  const { short, long } = POINTS[fault];
  return isLong ? Math.max(Math.min(FEWEST_POINTS, short), Math.round(long * share)) : short;
}

/**
 * Plays `points` in portions of at most `most`, each but the first with the new library that `renew` gives: the longer a
 * library is in use, the longer takes every look into it.
 */
export async function inPortions(
  points: number,
  most: number,
  renew: () => Promise<unknown>,
  play: (points: number) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < points; done += most) {
    if (done > 0) await renew();
    await play(Math.min(most, points - done));
  }
}

const FEWEST_CALLS = 5;

/** Of the numbered storage calls of a command, every one goes wrong in the long form, and every fifth in the short one. */
export const EVERY_CALL = isLong ? Math.min(FEWEST_CALLS, Math.max(1, Math.round(1 / share))) : FEWEST_CALLS;

/** Longer than any test takes that does not hang. */
export const PATIENCE_MS = isLong ? 24 * 3_600_000 : 600_000;
