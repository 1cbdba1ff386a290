import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../../site/article.ts';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import { alterExtension, COUNT_MESSAGES } from '../../support/attacks/altered-extension.ts';
import { heardBy } from '../../support/attacks/heard.ts';
import { makeNoise, pushAddresses } from '../../support/attacks/page-noise.ts';
import { launchBrowser, type Session } from '../../support/browser/session.ts';
import { type ArticleTab, badgeOf, openArticleTab, saveInTab } from '../../support/e2e/article-tab.ts';

/** A page of the site that shouts at our content script, with the real script and a background that counts what it hears. */

const NOISE = 100_000;

let site: DemoSite;
let session: Session;
let extension: string;
let tab: ArticleTab;

const count = async () => (await heardBy(session)).count;

beforeAll(async () => {
  extension = alterExtension({ before: { 'background.js': COUNT_MESSAGES } });
  site = await startDemoSite();
  session = await launchBrowser('chromium', { site, extension, extraArgs: ['--disable-ipc-flooding-protection'] });
  tab = await openArticleTab(session, SEED_SLUG);
  expect(await saveInTab(session, tab, SEED_SLUG)).toMatchObject({ ok: true });
});

afterAll(async () => {
  await session?.close();
  await site?.stop();
  rmSync(extension, { recursive: true });
});

/** Loads the article anew and gives the count once its notice has been heard and heeded. */
async function arrive(): Promise<number> {
  const before = await count();
  await session.navigate(tab.page, addressOf(SEED_SLUG));
  await expect.poll(count).toBe(before + 1);
  await expect.poll(() => badgeOf(session, tab)).toBe('✓');
  return before + 1;
}

describe('a page that shouts at the content script', () => {
  it(`causes no message by ${NOISE} events and messages`, async () => {
    const before = await arrive();
    await makeNoise(tab.page, NOISE);
    expect(await tab.page.evaluate(() => Number(document.documentElement.dataset['heard']))).toBeGreaterThan(NOISE / 4);
    expect(await count()).toBe(before);
    expect(await badgeOf(session, tab)).toBe('✓');
    expect(await session.errors()).toEqual([]);
  });

  it('causes one honest notice for each step between articles and other pages, and none within an article', async () => {
    const before = await arrive();
    const within = Array.from({ length: 200 }, (_, step) => `${addressOf(SEED_SLUG)}?step=${step}#${step}`);
    await pushAddresses(tab.page, within);
    await pushAddresses(tab.page, ['/news', '/news?page=2', '/topics']);
    await expect.poll(count).toBe(before + 1);
    expect((await heardBy(session)).last).toMatchObject({ type: 'article-left', frameId: 0 });
    await expect.poll(() => badgeOf(session, tab)).toBe('');
    await pushAddresses(tab.page, [addressOf(SEED_SLUG)]);
    await expect.poll(count).toBe(before + 2);
    await expect.poll(() => badgeOf(session, tab)).toBe('✓');
    expect(await session.errors()).toEqual([]);
  });

  it('hears nothing from an article in a frame of another page', async () => {
    const before = await count();
    const page = await session.openPage('https://wpnews.pro/news');
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = Object.assign(document.createElement('iframe'), { src, onload: resolve });
          document.body.append(frame);
        }),
      addressOf(SEED_SLUG),
    );
    // A notice that is honest, and later than any the frame could have caused.
    await session.navigate(page, addressOf(SEED_SLUG));
    await expect.poll(async () => (await heardBy(session)).last).toMatchObject({ type: 'article-shown', frameId: 0 });
    expect(await count()).toBe(before + 1);
    await page.close();
  });
});
