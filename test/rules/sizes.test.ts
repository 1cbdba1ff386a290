import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILDS, type Build, builtSizes, readBuilt } from './build.ts';

/**
 * Budgets in bytes, unzipped. What runs in every page of the site is the dearest, then what starts at each event, then
 * what a person waits for; the transfer worker, with all the formats, starts only for an export or import. A page is counted with every script and style it loads before it can be used.
 */
const BUDGETS = {
  'content-scripts/content.js': 15_000,
  'background.js': 225_000,
  'popup.html': 170_000,
  'search-worker.js': 105_000,
  'transfer-worker.js': 560_000,
  'library.html': 300_000,
} as const;

const WHOLE_PACKAGE = 1_500_000;

describe.each(BUILDS)('%s', (build) => {
  it.each(Object.entries(BUDGETS))('keeps %s, with all it loads, within %i bytes', (name, budget) => {
    const loaded = [...filesLoadedBy(build, name)];
    const sizes = builtSizes(build);
    const total = loaded.reduce((sum, file) => sum + (sizes.get(file) ?? Number.NaN), 0);
    expect(total, loaded.join(' + ')).toBeLessThanOrEqual(budget);
  });

  it(`keeps the whole package within ${WHOLE_PACKAGE} bytes`, () => {
    const total = [...builtSizes(build).values()].reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThanOrEqual(WHOLE_PACKAGE);
  });
});

describe('filesLoadedBy', () => {
  it('follows a page to its scripts and styles, and those to theirs', () => {
    const loaded = [...filesLoadedBy('chrome-mv3', 'popup.html')];
    expect(loaded.some((file) => file.endsWith('.js'))).toBe(true);
    expect(loaded.some((file) => file.endsWith('.css'))).toBe(true);
  });
});

/** `start` and every script or style that it loads at once, at any depth. */
function filesLoadedBy(build: Build, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const name of namesIn(readBuilt(build, start), start)) filesLoadedBy(build, name, seen);
  return seen;
}

function namesIn(text: string, name: string): string[] {
  if (name.endsWith('.html')) {
    return [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  }
  if (!name.endsWith('.js')) return [];
  const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)\b[^"'`;()]*["'`](\.\.?\/[^"'`]+\.js)["'`]/g);
  return [...imports].map(([, file = '']) => posix.join(posix.dirname(name), file));
}
