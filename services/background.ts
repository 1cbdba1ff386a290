import browser, { type Menus, type Runtime, type Tabs } from 'webextension-polyfill';
import { i18n } from '#i18n';
import { readDate } from '../core/article/dates.ts';
import { ARTICLE_PAGES, slugOfAddress } from '../core/article/identity.ts';
import { problem } from '../core/problem.ts';
import { type PageRequest, readPageRequest, readTabNotice, type SaveAnswer, type TabNotice } from '../core/protocol.ts';
import { fail } from '../core/result.ts';
import { emptyOldBin } from '../storage/bin.ts';
import { readRecord } from '../storage/read-articles.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Store } from '../storage/store.ts';
import { openLibrary } from './open-library.ts';
import type { SaveService } from './save-service.ts';
import { isOwnPage, type SiteTab, siteTabOf } from './sender.ts';
import { refreshArticleTabs, refreshTab, showPageState, showSaving } from './toolbar.ts';

const RETRY_ALARM = 'retry-queue';
const HOUSEKEEPING_ALARM = 'housekeeping';
const BACKUP_ALARM = 'backup';
const DAY_MINUTES = 24 * 60;

/** The first time soon after the browser's start, when it has less to do; then often, for a backup may be due at any hour. */
const BACKUP_TIMES = { delayInMinutes: 5, periodInMinutes: 60 };

/** When the queue is tried again after the background was stopped while it tried. */
const RETRY_CUT_OFF_MS = 5 * 60_000;

/**
 * The background's handlers. It lives from event to event: every listener is registered at once by `listen`, nothing
 * is remembered between events but what the database and the alarms hold.
 */
export function createBackground(
  store: Store,
  saves: SaveService,
  { backUp, heal }: { readonly backUp: () => Promise<void>; readonly heal: () => Promise<void> },
  now: () => number,
) {
  const planRetry = async (): Promise<void> => {
    const when = await saves.nextRetryAt();
    if (when === null) await browser.alarms.clear(RETRY_ALARM);
    else await browser.alarms.create(RETRY_ALARM, { when });
  };

  /**
   * Saves an article; the asker's answer waits for nothing else, the toolbar follows. Only that a save waits is not said
   * before its alarm is set, or a background stopped right then would leave it waiting for good.
   */
  const saveAndShow = async (slug: string, tabId: number | null): Promise<SaveAnswer> => {
    if (tabId !== null) inBackground(showSaving(tabId));
    const answer = await saves.save(slug);
    if (answer.ok && answer.value.outcome === 'queued') await planRetry();
    inBackground(followUp(slug, tabId, answer));
    return answer;
  };

  const followUp = async (slug: string, tabId: number | null, answer: SaveAnswer): Promise<void> => {
    await Promise.allSettled([planRetry(), refreshArticleTabs(store, slug)]);
    if (answer.ok || tabId === null) return;
    const { url } = await browser.tabs.get(tabId); // The tab may show another page by now, which did not fail.
    if (url !== undefined && slugOfAddress(url) === slug) {
      await showPageState(tabId, { kind: 'failed', problem: answer.problem });
    }
  };

  const saveTab = async (tab: Tabs.Tab | undefined): Promise<SaveAnswer> => {
    const slug = tab?.url === undefined ? null : slugOfAddress(tab.url);
    if (slug === null) return fail(problem('not-an-article-page'));
    return saveAndShow(slug, tab?.id ?? null);
  };

  /** The alarm is set again before anything is tried, so that a background stopped in the middle comes back to it. */
  const retry = async (isNetworkBack: boolean): Promise<void> => {
    await browser.alarms.create(RETRY_ALARM, { when: now() + RETRY_CUT_OFF_MS });
    await saves.retryQueue(isNetworkBack);
    await planRetry();
    await refreshArticleTabs(store);
  };

  const answerPage = async (request: PageRequest): Promise<SaveAnswer> => {
    if (request.type === 'save-tab') return saveTab(await browser.tabs.get(request.tabId).catch(() => undefined));
    const known = await readRecord(store, request.slug);
    return known === null ? fail(problem('not-in-library')) : saveAndShow(known.slug, null);
  };

  const hearTab = ({ tabId, slug }: SiteTab, notice: TabNotice): Promise<void> =>
    slug === null || notice.type === 'article-left'
      ? showPageState(tabId, null)
      : refreshTab(store, tabId, slug, readDate(notice.dateModified));

  const onMessage = (message: unknown, sender: Runtime.MessageSender): Promise<SaveAnswer> | undefined => {
    if (isOwnPage(sender, browser.runtime.id, browser.runtime.getURL(''))) {
      const request = readPageRequest(message);
      return request === null ? undefined : answerPage(request).catch((thrown) => fail(storageProblem(thrown)));
    }
    const tab = siteTabOf(sender, browser.runtime.id);
    const notice = readTabNotice(message);
    if (tab !== null && notice !== null) inBackground(hearTab(tab, notice));
    return undefined;
  };

  const onInstalled = async (): Promise<void> => {
    await browser.contextMenus.removeAll();
    const onArticles = { contexts: ['page'] as Menus.ContextType[], documentUrlPatterns: [ARTICLE_PAGES] };
    browser.contextMenus.create({ id: 'save-article', title: i18n.t('menu.save'), ...onArticles });
    browser.contextMenus.create({ id: 'open-library', title: i18n.t('menu.openLibrary'), contexts: ['action'] });
    await onStart();
  };

  /**
   * The browser or the extension starts: Firefox forgets alarms when it closes, and open tabs have no badge yet. The bin
   * is looked through here too, since a daily alarm never rings in a browser that is closed every evening. `heal` comes
   * last: nobody waits for it.
   */
  const onStart = async (): Promise<void> => {
    await browser.alarms.create(HOUSEKEEPING_ALARM, { periodInMinutes: DAY_MINUTES });
    await browser.alarms.create(BACKUP_ALARM, BACKUP_TIMES);
    await emptyOldBin(store, now());
    await retry(true);
    await heal();
  };

  const onCommand = async (command: string, tab: Tabs.Tab | undefined): Promise<void> => {
    if (command === 'open-library') await openLibrary();
    if (command === 'save-article') await saveTab(tab ?? (await activeTab()));
  };

  const onAlarm = async (name: string): Promise<void> => {
    if (name === RETRY_ALARM) await retry(false);
    if (name === HOUSEKEEPING_ALARM) await emptyOldBin(store, now());
    if (name === BACKUP_ALARM) await backUp();
  };

  return {
    /** Registers every listener; must run synchronously when the background starts. */
    listen(): void {
      browser.runtime.onMessage.addListener(onMessage);
      browser.runtime.onInstalled.addListener(() => inBackground(onInstalled()));
      browser.runtime.onStartup.addListener(() => inBackground(onStart()));
      browser.commands.onCommand.addListener((command, tab) => inBackground(onCommand(command, tab)));
      browser.alarms.onAlarm.addListener(({ name }) => inBackground(onAlarm(name)));
      browser.contextMenus.onClicked.addListener((info, tab) => inBackground(onCommand(String(info.menuItemId), tab)));
      addEventListener('online', () => inBackground(retry(true)));
    },
  };
}

/** Lets work go on that nobody waits for; what it throws (a tab that closed, a database that cannot be opened) is logged. */
function inBackground(work: Promise<void>): void {
  work.catch((thrown: unknown) => console.warn('Offprint:', thrown));
}

async function activeTab(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
