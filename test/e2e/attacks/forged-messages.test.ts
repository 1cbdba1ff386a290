import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../../site/article.ts';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import { alterExtension, COUNT_MESSAGES } from '../../support/attacks/altered-extension.ts';
import { hostsAsked, pathsAsked } from '../../support/attacks/departures.ts';
import { badgesOfAll, heardBy } from '../../support/attacks/heard.ts';
import { type AttackOutcome, hostileContentScript } from '../../support/attacks/hostile-content-script.ts';
import { launchBrowser, type Session } from '../../support/browser/session.ts';
import { type ArticleTab, askBackground, badgeOf, openArticleTab, saveInTab } from '../../support/e2e/article-tab.ts';
import { readLibrary } from '../../support/e2e/stored-library.ts';

/**
 * The extension with an attacker in place of its content script, on every page and in every frame: what a compromised
 * page process can do, and more. The background counts what reaches it and is otherwise the real one.
 */

const SAVED = 'generated-1-00001';
const OTHER = 'generated-1-00002';
const FOREIGN = 'https://collector.example/take';
const SENT = 5_000;

/** Places that look like the site, by host, scheme, port or frame, none of which is. */
const LOOK_ALIKES = [
  `https://www.wpnews.pro/news/${SAVED}`,
  `https://api.wpnews.pro/news/${SAVED}`,
  `https://wpnews.pro.evil.example/news/${SAVED}`,
  `https://evil.example/wpnews.pro/news/${SAVED}`,
  `https://wpnews.pro@evil.example/news/${SAVED}`,
  `https://wpnews.pro./news/${SAVED}`,
  `https://xn--wpnws-fva.pro/news/${SAVED}`,
  `https://wpnews.pro:8443/news/${SAVED}`,
  `http://wpnews.pro/news/${SAVED}`,
];

let site: DemoSite;
let session: Session;
let extension: string;

beforeAll(async () => {
  extension = alterExtension({
    manifest: {
      content_scripts: [
        { matches: ['*://*/*'], all_frames: true, run_at: 'document_idle', js: ['content-scripts/content.js'] },
      ],
    },
    before: { 'background.js': COUNT_MESSAGES },
    instead: {
      'content-scripts/content.js': hostileContentScript({
        slugs: [SAVED, OTHER, SEED_SLUG],
        foreignAddress: FOREIGN,
        count: SENT,
      }),
    },
  });
  site = await startDemoSite();
  // Else the browser goes to https by itself, which is the real site.
  const extraArgs = ['--disable-features=HttpsUpgrades'];
  session = await launchBrowser('chromium', { site, extension, mapEverything: true, extraArgs });
  await session.inExtension(() => {}); // Opens the silent page, which stays.
  const tab = await openArticleTab(session, SEED_SLUG);
  for (const slug of [SEED_SLUG, SAVED]) expect(await saveInTab(session, tab, slug)).toMatchObject({ ok: true });
  await tab.page.close();
});

afterEach(async () => {
  site.clearLog();
  for (const page of await session.browser.pages()) if (/^https?:/.test(page.url())) await page.close();
});

afterAll(async () => {
  await session?.close();
  await site?.stop();
  rmSync(extension, { recursive: true });
});

/** Opens an address whose script says it shows an article, and waits until the background has heard it. */
async function announced(address: string): Promise<ArticleTab> {
  const before = (await heardBy(session)).count;
  const tab = await openArticleTab(session, '', address);
  await expect.poll(async () => (await heardBy(session)).count).toBeGreaterThan(before);
  return tab;
}

describe('a content script that was taken over', () => {
  it(`gets no answer to ${SENT} messages, makes nobody act and finds no other door`, async () => {
    const bystander = await announced(`${addressOf(SAVED)}#announce`);
    await expect.poll(() => badgeOf(session, bystander)).toBe('✓');
    const before = await readLibrary(session);
    const tab = await openArticleTab(session, SEED_SLUG);
    const heardBefore = (await heardBy(session)).count;
    site.clearLog();

    await tab.page.evaluate(() => document.dispatchEvent(new Event('attack')));
    await tab.page.waitForFunction(() => document.documentElement.dataset['outcome'], { timeout: 100_000 });
    const outcome: AttackOutcome = JSON.parse(
      await tab.page.evaluate(() => document.documentElement.dataset['outcome'] ?? ''),
    );

    expect(outcome).toEqual({ sent: SENT, answers: [], opened: [] });
    expect((await heardBy(session)).count - heardBefore).toBe(SENT);
    expect(await readLibrary(session)).toEqual(before);
    expect(pathsAsked(site)).toEqual([]);
    // The page's own process asked this, as any page may; the extension had no part in it.
    expect(
      site.requests.filter(({ host }) => host === 'collector.example').map(({ headers }) => headers.referer),
    ).toEqual(['https://wpnews.pro/']);
    expect(await badgeOf(session, bystander)).toBe('✓');
    const own = (await session.errors()).filter(({ where }) => where.startsWith(session.extensionUrl('')));
    expect(own).toEqual([]);
  });

  it('would see the same messages act when a page of the extension sends them', async () => {
    const tab = await openArticleTab(session, OTHER);
    site.clearLog();
    expect(await askBackground(session, { type: 'save-tab', tabId: tab.id })).toMatchObject({
      value: { outcome: 'saved' },
    });
    expect(await askBackground(session, { type: 'refresh-article', slug: SAVED })).toMatchObject({
      value: { outcome: 'unchanged' },
    });
    expect(pathsAsked(site)).toEqual([`/news/${SAVED}.jsonld`, `/news/${OTHER}.jsonld`]);
    expect(hostsAsked(site)).toEqual(['wpnews.pro']);
  });
});

/** The badges once the background has done some work of the same kind that was asked for later than any notice. */
async function badgesAfterwards(): Promise<readonly string[]> {
  await askBackground(session, { type: 'refresh-article', slug: SEED_SLUG });
  return badgesOfAll(session);
}

describe('a notice from the wrong place', () => {
  it('is heeded from the top frame of the site', async () => {
    const tab = await announced(`${addressOf(SAVED)}#announce`);
    await expect.poll(() => badgeOf(session, tab)).toBe('✓');
  });

  it.each(LOOK_ALIKES)('is not heeded from %s', async (address) => {
    const page = await session.openPage('https://plain.example/');
    const before = (await heardBy(session)).count;
    await session.navigate(page, `${address}#announce`).catch(() => {}); // A port without a server shows an error page.
    const shown = await page.evaluate(() => location.href);
    expect(shown.startsWith('https://wpnews.pro/')).toBe(false);
    if (/^https?:/.test(shown)) await expect.poll(async () => (await heardBy(session)).count).toBe(before + 1);
    expect(await badgesAfterwards()).toEqual([]);
  });

  it.each(['https://plain.example/', 'https://wpnews.pro/news', addressOf(SAVED)])(
    'is not heeded from a frame inside %s',
    async (outer) => {
      const page = await session.openPage(outer);
      const before = (await heardBy(session)).count;
      await page.evaluate(
        (src) => document.body.append(Object.assign(document.createElement('iframe'), { src })),
        addressOf(SAVED),
      );
      await expect.poll(async () => (await heardBy(session)).count).toBe(before + 1);
      const { last } = await heardBy(session);
      expect(last).toMatchObject({ type: 'article-shown', url: addressOf(SAVED) });
      expect(last?.frameId).toBeGreaterThan(0);
      expect(await badgesAfterwards()).toEqual([]);
    },
  );
});
