import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../../site/article.ts';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import { alterExtension } from '../../support/attacks/altered-extension.ts';
import { NO_SIGNALS, probe } from '../../support/attacks/detection-probe.ts';
import { launchBrowser, type Session } from '../../support/browser/session.ts';

/**
 * What a page can learn of the extension, and whether it can open or frame the extension's pages, by a page that knows
 * the extension's id. The same probe finds a copy that has what other extensions have: a start message, a mark in the
 * page, reachable files and a door for pages.
 */

const ARTICLE = addressOf(SEED_SLUG);
const ELSEWHERE = 'https://elsewhere.example/';
const BUILT = resolve('.output/chrome-mv3');

const TALKATIVE = `
window.postMessage({ type: 'offprint:content:wxt:content-script-started' }, '*');
document.documentElement.setAttribute('data-offprint', '');
`;

const OPEN_DOORS = {
  web_accessible_resources: [{ resources: ['icons/*', 'library.html'], matches: ['https://*/*'] }],
  externally_connectable: { matches: ['https://wpnews.pro/*'] },
};

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});

afterAll(() => site.stop());

/** Where a page ends up that it tried to open, and whether a frame of it shows anything of the extension. */
async function tryToOpen(session: Session, page: Page, file: string) {
  const address = session.extensionUrl(file);
  const framed = page.waitForFrame((frame) => frame.parentFrame() !== null && !/^(?:about:blank)?$/.test(frame.url()), {
    timeout: 5_000,
  });
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), address);
  const opening = session.browser.waitForTarget((target) => target.opener() === page.target());
  await page.evaluate((url) => void window.open(url), address);
  const opened = await (await opening).asPage();
  await opened.waitForFunction(() => document.readyState === 'complete').catch(() => {});
  const shown = {
    framed: (await framed).url().startsWith(address),
    opened: await opened.evaluate(() => location.href).then((url) => url.startsWith(address)),
  };
  await opened.close();
  return shown;
}

describe('the extension', () => {
  let session: Session;

  beforeAll(async () => {
    session = await launchBrowser('chromium', { site });
  });

  afterAll(() => session?.close());

  it.each([ELSEWHERE, ARTICLE, 'https://wpnews.pro/news'])('cannot be noticed from %s', async (address) => {
    expect(await probe(session, address, BUILT)).toEqual(NO_SIGNALS);
  });

  it.each(['library.html', 'popup.html', 'icons/icon-16.png'])('lets no page open or frame its %s', async (file) => {
    for (const address of [ELSEWHERE, ARTICLE]) {
      const page = await session.openPage(address);
      expect(await tryToOpen(session, page, file)).toEqual({ framed: false, opened: false });
      await page.close();
    }
  });
});

describe('a copy with marks and doors', () => {
  let session: Session;
  let folder: string;

  beforeAll(async () => {
    folder = alterExtension({ manifest: OPEN_DOORS, before: { 'content-scripts/content.js': TALKATIVE } });
    session = await launchBrowser('chromium', { site, extension: folder });
  });

  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true });
  });

  it('is noticed by the same probe in every way', async () => {
    const signals = await probe(session, ARTICLE, folder);
    expect(signals.files).toEqual(expect.arrayContaining(['icons/icon-16.png', 'library.html']));
    expect(signals.messages).toEqual([expect.stringContaining('content-script-started')]);
    expect(signals.changes).toEqual(['attributes HTML data-offprint']);
    expect(signals.doors).toContain('chrome.runtime');
  });

  it('can be opened by a page, but not framed, since its policy forbids that too', async () => {
    const page = await session.openPage(ELSEWHERE);
    expect(await tryToOpen(session, page, 'library.html')).toEqual({ framed: false, opened: true });
    expect(await tryToOpen(session, page, 'icons/icon-16.png')).toMatchObject({ opened: true });
    await page.close();
  });
});
