import type { Page } from 'puppeteer-core';

/** Launch options that let a page change its address more than 200 times in ten seconds, as no person does. */
export const NO_RATE_LIMIT = {
  extraArgs: ['--disable-ipc-flooding-protection'],
  extraPrefs: { 'dom.navigation.navigationRateLimit.count': 0, 'dom.navigation.locationChangeRateLimit.count': 0 },
} as const;

/** Opens each article in the library page that is open, waits until it is drawn, and gives the headlines shown. */
export async function readThrough(library: Page, slugs: readonly string[]): Promise<string[]> {
  await library.bringToFront(); // A page behind others is not drawn.
  return library.evaluate(readAll, slugs);
}

/** Leads the library page to each hash and lets it draw. */
export async function visit(library: Page, hashes: readonly string[]): Promise<void> {
  await library.bringToFront();
  await library.evaluate(visitAll, hashes);
}

async function readAll(slugs: readonly string[]): Promise<string[]> {
  const headline = () => document.querySelector('article h1')?.textContent ?? '';
  const frame = () => new Promise(requestAnimationFrame);
  const shown: string[] = [];
  for (const slug of slugs) {
    const before = headline();
    location.hash = `#/article/${slug}`;
    for (let frames = 0; frames < 600 && (headline() === before || headline() === ''); frames += 1) await frame();
    await frame();
    shown.push(headline());
  }
  return shown;
}

async function visitAll(hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) {
    location.hash = hash;
    await new Promise(requestAnimationFrame);
  }
}
