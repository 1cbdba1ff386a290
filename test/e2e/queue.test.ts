import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { SEED_SLUG } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { byRole, clickByRole, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import {
  type ArticleTab,
  askBackground,
  badgeOf,
  openArticleTab,
  saveInTab,
  showInTab,
} from '../support/e2e/article-tab.ts';
import { findLibraryFaults } from '../support/e2e/library-faults.ts';
import { outcomeOf } from '../support/e2e/play-faults.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { readLibrary, readStored } from '../support/e2e/stored-library.ts';
import { letTimeCome, nextAlarm, ringAlarm } from '../support/e2e/waiting-saves.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** A save that cannot be done now is not lost: it waits, says so, and is done by itself, whatever happens meanwhile. */

/** What the reader says above an article that is gone, as far as the date. */
const GONE = (JSON.parse(readFileSync('locales/en.json', 'utf8')).reader.gone as string).split('$1')[0] ?? '';

const slugOf = (number: number) => `generated-1-${String(number).padStart(5, '0')}`;

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
  });

  afterEach(async () => {
    site.clearFaults();
    site.goUp();
    await session.goOffline(false);
  });

  const waiting = async (slug: string) => (await readStored(session, slug)).queue[0];
  const isStored = async (slug: string) => (await readStored(session, slug)).articles.length === 1;
  const expectSavedByItself = async (slug: string) => {
    await expect.poll(() => isStored(slug), { timeout: 20_000 }).toBe(true);
    expect(await waiting(slug)).toBeUndefined();
  };

  it('says that a save waits for the network, and saves by itself when the network is back', async () => {
    await session.goOffline();
    await withPopup(session, tab, async (popup) => {
      await pressSave(popup);
      await waitForText(popup, 'status', 'Waiting for the network');
    });
    await expect.poll(() => badgeOf(session, tab)).toBe('1');
    expect(await waiting(SEED_SLUG)).toMatchObject({ attempts: 1, problem: { kind: 'offline' } });
    await session.goOffline(false);
    // Firefox tells the background that the network is back; Chromium tells no worker, there the next alarm finds it.
    if (name === 'chromium') await letTimeCome(session);
    await expectSavedByItself(SEED_SLUG);
    await expect.poll(() => badgeOf(session, tab)).toBe('✓');
  });

  it('counts what waits, and saves it when its time has come although the background was stopped', async () => {
    site.goDown();
    for (const slug of [slugOf(1), slugOf(2)]) {
      expect(outcomeOf(await saveInTab(session, tab, slug))).toBe('queued: offline');
    }
    await expect.poll(() => badgeOf(session, tab)).toBe('2');
    site.goUp();
    await session.stopBackground();
    await letTimeCome(session);
    for (const slug of [slugOf(1), slugOf(2)]) await expectSavedByItself(slug);
    await expect.poll(() => badgeOf(session, tab)).toBe('✓');
    await expect.poll(() => nextAlarm(session)).toBeNull();
  });

  it('has set the alarm by the time it says that a save waits', async () => {
    const slug = slugOf(9);
    site.goDown();
    await saveInTab(session, tab, slug);
    await session.stopBackground();
    expect(await nextAlarm(session)).toBe((await waiting(slug))?.notBefore);
    site.goUp();
    await letTimeCome(session);
    await expectSavedByItself(slug);
  });

  it('comes back to a save that was cut off while it was tried again', async () => {
    const slug = slugOf(8);
    site.goDown();
    await saveInTab(session, tab, slug);
    site.goUp();
    site.fault(`/news/${slug}.jsonld`, { kind: 'no-answer' }, 1);
    await letTimeCome(session);
    await expect.poll(() => site.requests.some(({ path }) => path === `/news/${slug}.jsonld`)).toBe(true);
    await session.stopBackground();
    expect(await nextAlarm(session)).toBeGreaterThan(Date.now());
    await letTimeCome(session);
    await expectSavedByItself(slug);
  });

  it('keeps what waits over a restart of the browser, tries it at the start, and saves it later', async () => {
    site.goDown();
    await saveInTab(session, tab, slugOf(3));
    await session.restart();
    await expect.poll(async () => (await waiting(slugOf(3)))?.attempts).toBe(2);
    const { notBefore } = (await waiting(slugOf(3))) ?? {};
    await expect.poll(() => nextAlarm(session)).toBe(notBefore);
    site.goUp();
    await letTimeCome(session);
    await expectSavedByItself(slugOf(3));
    tab = await openArticleTab(session, SEED_SLUG);
  });

  it('waits as long as the server asks, and not an hour longer than an hour', async () => {
    const ask = async (slug: string, retryAfter: string) => {
      site.fault(`/news/${slug}.jsonld`, { kind: 'status', status: 429, retryAfter }, 1);
      const before = Date.now();
      expect(outcomeOf(await saveInTab(session, tab, slug))).toBe('queued: rate-limited');
      return ((await waiting(slug))?.notBefore ?? 0) - before;
    };
    const inAMoment = 5_000;
    const wait = await ask(slugOf(4), '600');
    expect(wait).toBeGreaterThanOrEqual(600_000);
    expect(wait).toBeLessThan(600_000 + inAMoment);
    const absurd = await ask(slugOf(5), '99999999');
    expect(absurd).toBeGreaterThanOrEqual(3_600_000);
    expect(absurd).toBeLessThan(3_600_000 + inAMoment);

    site.clearLog();
    await ringAlarm(session); // Too early: nothing is due, so the alarm is set again and nothing is asked.
    await expect.poll(() => nextAlarm(session)).toBe((await waiting(slugOf(4)))?.notBefore);
    expect(site.requests).toEqual([]);

    await letTimeCome(session);
    for (const slug of [slugOf(4), slugOf(5)]) await expectSavedByItself(slug);
  });

  it('tries at once when the reader asks again', async () => {
    site.fault(`/news/${slugOf(6)}.jsonld`, { kind: 'status', status: 429 }, 1);
    await saveInTab(session, tab, slugOf(6));
    await withPopup(session, tab, async (popup) => {
      await waitForText(popup, 'status', 'Waiting for the network');
      await clickByRole(popup, 'button', 'Try now');
      await waitForText(popup, 'status', 'Saved');
    });
    expect(await waiting(slugOf(6))).toBeUndefined();
  });

  it('keeps the copy of an article that is gone, says so, and takes it back when the article returns', async () => {
    const slug = slugOf(7);
    await saveInTab(session, tab, slug);
    const { articles, ...kept } = await readStored(session, slug);
    site.fault(({ path }) => path.startsWith(`/news/${slug}`), { kind: 'status', status: 410 });
    expect(outcomeOf(await askBackground(session, { type: 'refresh-article', slug }))).toBe('gone');
    const after = await readStored(session, slug);
    expect(after.articles).toEqual([{ ...articles[0], goneAt: expect.any(Number), checkedAt: expect.any(Number) }]);
    expect({ ...after, articles: [], changes: [] }).toEqual({ ...kept, articles: [], changes: [] });

    const library = await session.openExtensionPage(`library.html#/article/${slug}`);
    await byRole(library, 'heading', site.articles.get(slug)?.title ?? '');
    await library.waitForFunction((words) => document.body.textContent?.includes(words), {}, GONE);
    await library.close();

    site.clearFaults();
    expect(outcomeOf(await askBackground(session, { type: 'refresh-article', slug }))).toBe('unchanged');
    expect((await readStored(session, slug)).articles[0]?.goneAt).toBeNull();
  });

  it('leaves nothing waiting, no half article, no double save and no error behind', async () => {
    await showInTab(session, tab, SEED_SLUG);
    const library = await readLibrary(session);
    expect(library.queue).toEqual([]);
    expect(findLibraryFaults(library)).toEqual([]);
    expect(await session.errors()).toEqual([]);
  });
});
