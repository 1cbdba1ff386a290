import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../site/article.ts';
import { type DemoSite, startDemoSite } from '../site/demo-site.ts';
import { findAccessibilityFaults } from '../support/browser/axe.ts';
import { byRole, clickByRole, textOf, waitForText } from '../support/browser/by-role.ts';
import { readStore } from '../support/browser/database.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import { writeProbeExtension } from '../support/browser/probe-extension.ts';
import { screenshot } from '../support/browser/screenshot.ts';
import { launchBrowser, type Session } from '../support/browser/session.ts';

const HEADLINE = 'South Korea, Japan Agree Continued Defense Cooperation Including AI';
const ADDRESS = addressOf(SEED_SLUG);

async function writeMark(value: string): Promise<void> {
  const opening = indexedDB.open('harness-probe', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('marks');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const transaction = opening.result.transaction('marks', 'readwrite', { durability: 'strict' });
  transaction.objectStore('marks').put(value, 'mark');
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}

async function readMark(): Promise<unknown> {
  const opening = indexedDB.open('harness-probe', 1);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
    opening.onerror = resolve;
  });
  const reading = opening.result.transaction('marks').objectStore('marks').get('mark');
  await new Promise((resolve) => {
    reading.onsuccess = resolve;
  });
  opening.result.close();
  return reading.result;
}

interface BackgroundState {
  readonly bootedAt: number;
  readonly command: string | null;
}

declare const chrome: { readonly runtime: { sendMessage(message: string): Promise<BackgroundState> } };

const askBackground = () => chrome.runtime.sendMessage('state');

const heading = (page: Page) => page.$eval('h1', (element) => element.textContent);

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  const extension = writeProbeExtension(name);

  beforeAll(async () => {
    site = await startDemoSite();
    session = await launchBrowser(name, { site, extension });
  });

  afterEach(() => {
    site.clearLog();
    site.goUp();
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
    rmSync(extension, { recursive: true });
  });

  it('shows the demo site under the real address', async () => {
    const page = await session.openPage(ADDRESS);
    expect(await page.evaluate(() => location.href)).toBe(ADDRESS);
    expect(await heading(page)).toBe(HEADLINE);
    expect(site.requests).toContainEqual(
      expect.objectContaining({
        scheme: 'https',
        host: 'wpnews.pro',
        serverName: 'wpnews.pro',
        path: `/news/${SEED_SLUG}`,
      }),
    );
    await page.close();
  });

  it('swaps articles inside one page when the site is a single-page one', async () => {
    const page = await session.openPage('https://wpnews.pro/news?spa=1');
    await page.click(`a[href="/news/${SEED_SLUG}"]`);
    await page.waitForFunction((slug) => location.pathname === `/news/${slug}`, {}, SEED_SLUG);
    expect(await heading(page)).toBe(HEADLINE);
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    await page.close();
  });

  it('loads the extension, and opens its pages and its popup', async () => {
    const library = await session.openExtensionPage('library.html#/');
    expect(await library.evaluate(() => location.href)).toBe(session.extensionUrl('library.html#/'));
    const article = await session.openPage(ADDRESS);
    const popup = await session.openPopupFor(article);
    expect(await popup.evaluate(() => location.href)).toBe(session.extensionUrl('popup.html'));
    await popup.close().catch(() => {});
    await article.close();
    await library.close();
  });

  it('stops the background, which the next message starts again', async () => {
    const first = await session.inExtension(askBackground);
    expect(await session.inExtension(askBackground)).toEqual(first);
    await session.stopBackground();
    expect((await session.inExtension(askBackground)).bootedAt).toBeGreaterThan(first.bootedAt);
  });

  it('presses the save shortcut', async () => {
    const page = await session.openPage(ADDRESS);
    await session.pressSaveShortcut();
    await expect.poll(() => session.inExtension(askBackground)).toMatchObject({ command: 'save-article' });
    await page.close();
  });

  it('cuts the network and gives it back', async () => {
    const page = await session.openPage(ADDRESS);
    const reach = () =>
      page.evaluate(() =>
        fetch('/news', { cache: 'no-store' }).then(
          () => 'reached',
          () => 'cut',
        ),
      );
    await session.goOffline();
    expect([await reach(), await page.evaluate(() => navigator.onLine)]).toEqual(['cut', false]);
    await session.goOffline(false);
    expect([await reach(), await page.evaluate(() => navigator.onLine)]).toEqual(['reached', true]);
    site.goDown();
    expect(await reach()).toBe('cut');
    await page.close();
  });

  it('collects uncaught errors', async () => {
    const page = await session.openExtensionPage('library.html');
    await page.evaluate(() => {
      setTimeout(() => Promise.reject(new Error('planted for the harness')));
    });
    await expect
      .poll(() => session.errors())
      .toContainEqual(expect.objectContaining({ text: expect.stringContaining('planted for the harness') }));
    await page.close();
  });

  it('finds planted accessibility faults', async () => {
    const page = await session.openExtensionPage('library.html');
    await page.evaluate(() => document.body.append(document.createElement('button')));
    expect((await findAccessibilityFaults(page)).join('\n')).toContain('button-name');
    await page.close();
  });

  it('reads a store without making one that is not there', async () => {
    expect(await readStore(session, 'articles')).toEqual([]);
    const names = await session.inExtension(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).not.toContain('offprint');
  });

  it('takes a picture of the size asked for, dark or light', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-pictures-'));
    const page = await session.openPage(ADDRESS);
    const seen: string[] = [];
    for (const dark of [true, false]) {
      await screenshot(session, page, `${folder}/picture.png`, { width: 400, height: 300, dark });
      seen.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(seen).toEqual(['rgb(14, 20, 24)', 'rgb(251, 252, 250)']);
    const header = readFileSync(join(folder, 'picture.png'));
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([400, 300]);
    rmSync(folder, { recursive: true });
    await page.close();
  });

  it('finds things by role and name', async () => {
    const page = await session.openPage('https://wpnews.pro/topics');
    expect(await textOf(await byRole(page, 'heading', 'Topics'))).toBe('Topics');
    await clickByRole(page, 'link', 'AI Policy');
    expect(await waitForText(page, 'heading', 'Policy')).toBe('AI Policy');
    await page.close();
  });

  it('keeps data over a restart and over a kill', async () => {
    const before = session.extensionUrl('');
    await session.inExtension(writeMark, 'written before');
    await session.restart();
    expect(session.extensionUrl('')).toBe(before);
    expect(await session.inExtension(readMark)).toBe('written before');
    await session.inExtension(writeMark, 'written before the kill');
    await session.kill();
    expect(session.browser.connected).toBe(false);
    await session.restart();
    expect(await session.inExtension(readMark)).toBe('written before the kill');
  });
});

describe.each<BrowserName>(['chromium', 'firefox'])('%s with every name mapped', (name) => {
  it('shows a request to any host, by any scheme', async () => {
    const site = await startDemoSite();
    const extension = writeProbeExtension(name);
    const session = await launchBrowser(name, { site, extension, mapEverything: true });
    try {
      const page = await session.openPage(ADDRESS);
      await page.evaluate(() => {
        new Image().src = 'https://tracker.example/pixel.gif?id=7';
        return fetch('https://collector.test/beacon', { mode: 'no-cors' }).then(() => undefined);
      });
      await session.navigate(page, 'http://plain.example/');
      await expect
        .poll(() => site.requests.map(({ scheme, host }) => `${scheme}://${host}`))
        .toEqual(expect.arrayContaining(['https://tracker.example', 'https://collector.test', 'http://plain.example']));
    } finally {
      await session.close();
      await site.stop();
      rmSync(extension, { recursive: true });
    }
  });
});
