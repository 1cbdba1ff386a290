import { afterEach, describe, expect, it } from 'vitest';
import { HTML_PAYLOADS } from '../../components/reader/payloads.ts';
import type { DemoSite } from '../../site/demo-site.ts';
import { hostsAsked, hostsReached } from '../../support/attacks/departures.ts';
import { HTML_LEAKS, REFRESH_LEAK } from '../../support/attacks/leaks.ts';
import { injected, injectRaw } from '../../support/attacks/raw-injection.ts';
import { tryWalls, WALL_HOSTS } from '../../support/attacks/walls.ts';
import type { BrowserName } from '../../support/browser/executables.ts';
import type { Session } from '../../support/browser/session.ts';
import { withSession } from '../../support/e2e/with-session.ts';

/**
 * The second wall alone: the extension pages' policy, with an attacker already inside the page. The same attempts in an
 * ordinary page are the control. That the policy is spelled so is `test/rules/manifest.test.ts`'s business.
 */

const RAW = [...HTML_PAYLOADS, ...HTML_LEAKS];
const PLAIN = 'https://plain.example/';
const REFUSED = {
  'a script element': 'refused',
  'a text as a script, unguarded by trusted types': 'refused',
  'an attribute that is a script': 'refused',
  'a link that is a script': 'refused',
  eval: 'refused',
  'a style element': 'refused',
  'another base address': 'refused',
};

/**
 * No policy keeps Chromium from opening a connection (without asking anything over it) to where a refused frame or a
 * `<link rel=preconnect>` points.
 */
const CONNECTED: Record<BrowserName, readonly string[]> = {
  chromium: HTML_LEAKS.filter((leak) => /^<iframe src|preconnect/.test(leak)).map(
    (leak) => /[\w-]+\.leak\.example/.exec(leak)?.[0] ?? '',
  ),
  firefox: [],
};

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;

  withSession({ name, mapEverything: true }, async (begun) => {
    ({ site, session } = begun);
  });

  afterEach(() => site.clearLog());

  /** Opens a plain page whose picture the site must see, after which no earlier request can still be on its way. */
  async function seesALaterRequest(): Promise<void> {
    const page = await session.openPage(PLAIN);
    await page.evaluate(() => {
      new Image().src = 'https://later.example/';
    });
    await expect.poll(() => hostsAsked(site)).toContain('later.example');
    await page.close();
  }

  it.each(['library.html#/settings', 'popup.html'])(
    'refuses an attacker inside %s everything but the site',
    async (path) => {
      const page = await session.openExtensionPage(path);
      expect(await tryWalls(page)).toMatchObject({ ...REFUSED, 'a request to the site': 'worked' });
      await page.close();
      await seesALaterRequest();
      expect(hostsAsked(site)).toEqual(['later.example', 'plain.example', 'wpnews.pro']);
    },
  );

  it('sees all of it work in an ordinary page', async () => {
    const page = await session.openPage(PLAIN);
    const worked = Object.fromEntries(Object.keys(REFUSED).map((attempt) => [attempt, 'worked']));
    expect(await tryWalls(page)).toMatchObject(worked);
    await expect.poll(() => hostsAsked(site)).toEqual(expect.arrayContaining(WALL_HOSTS));
    await page.close();
  });

  it('stops every payload that got past the reader and stands in the library as HTML', async () => {
    const page = await session.openExtensionPage('library.html#/settings');
    await injectRaw(page, RAW);
    await seesALaterRequest();
    const { ran, refusals } = await injected(page);
    expect(ran).toEqual([]);
    expect(refusals).toBeGreaterThanOrEqual(50);
    expect(await page.evaluate(() => location.href)).toBe(session.extensionUrl('library.html#/settings'));
    expect(hostsAsked(site)).toEqual(['later.example', 'plain.example']);
    const connected = hostsReached(site).filter((host) => host.endsWith('.leak.example'));
    expect(CONNECTED[name]).toEqual(expect.arrayContaining(connected));
    await page.close();
  });

  it('sees them run and leak in an ordinary page', async () => {
    const page = await session.openPage(PLAIN);
    await injectRaw(page, RAW);
    await expect.poll(async () => (await injected(page)).ran.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(40);
    await expect.poll(() => hostsReached(site).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(18);
    expect((await injected(page)).refusals).toBe(0);
    await page.close();
  });

  it('cannot stop a <meta refresh>, which is why the reader builds no HTML', async () => {
    const page = await session.openExtensionPage('library.html#/settings');
    await injectRaw(page, [REFRESH_LEAK]).catch(() => {}); // The page may be gone before it answers.
    await expect.poll(() => hostsAsked(site), { timeout: 10_000 }).toContain('refresh.leak.example');
    await page.close();
  });
});
