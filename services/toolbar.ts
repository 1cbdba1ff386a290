import browser, { type Tabs } from 'webextension-polyfill';
import { i18n } from '#i18n';
import { readDate } from '../core/article/dates.ts';
import { ARTICLE_PAGES, slugOfAddress } from '../core/article/identity.ts';
import { type PageState, pageStateOf } from '../core/library/page-state.ts';
import { readQueue, readQueueEntry } from '../storage/queue.ts';
import { readRecord } from '../storage/read-articles.ts';
import type { Store } from '../storage/store.ts';
import { askForDescription } from './ask-page.ts';

/**
 * The toolbar button, which tells the state of each tab by badge, icon and tooltip, never by colour alone. Tabs without
 * an article have the manifest's grey icon and the number of waiting saves, if any.
 */

const SIZES = [16, 32, 48] as const;
const ICON = Object.fromEntries(SIZES.map((size) => [size, `/icons/icon-${size}.png`]));
const GREY_ICON = Object.fromEntries(SIZES.map((size) => [size, `/icons/grey-${size}.png`]));

/** The badge's text on an article's tab; null leaves the number that all tabs share. */
const BADGE: Record<PageState['kind'], string | null> = {
  unsaved: '',
  saving: '…',
  saved: '✓',
  newer: '↑',
  queued: null,
  failed: '!',
};

const TOOLTIP = {
  unsaved: 'toolbar.unsaved',
  saving: 'toolbar.saving',
  saved: 'toolbar.saved',
  newer: 'toolbar.newer',
  queued: 'toolbar.queued',
  failed: 'toolbar.failed',
} as const;

/** Says on a tab's button that its article is being saved. The icon stays: decoding it would hold up the save itself. */
export async function showSaving(tabId: number): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: BADGE.saving }),
    browser.action.setTitle({ tabId, title: i18n.t(TOOLTIP.saving) }),
  ]);
}

/** Shows `state` on the button of one tab; null means the tab shows no article. A tab that is gone is no error. */
export async function showPageState(tabId: number, state: PageState | null): Promise<void> {
  const shared = await browser.action.getTitle({});
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: state === null ? null : BADGE[state.kind] }),
    browser.action.setTitle({ tabId, title: state === null ? shared : i18n.t(TOOLTIP[state.kind]) }),
    browser.action.setIcon({ tabId, path: state === null ? GREY_ICON : ICON }),
  ]);
}

/** Shows the number of waiting saves, in the badge's one colour and in words, on every tab that says nothing of its own. */
export async function showWaiting(store: Store): Promise<void> {
  const waiting = (await readQueue(store)).filter(({ notBefore }) => notBefore !== null).length;
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ color: '#a3301b' }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
    browser.action.setBadgeText({ text: waiting === 0 ? '' : String(waiting) }),
    browser.action.setTitle({
      title: waiting === 0 ? i18n.t('toolbar.noArticle') : i18n.t('toolbar.waiting', waiting),
    }),
  ]);
}

/** Reads what is stored about `slug` and shows it on one tab; `pageModified` is what the page says, where it says it. */
export async function refreshTab(
  store: Store,
  tabId: number,
  slug: string,
  pageModified: string | null,
): Promise<void> {
  const [record, queued] = await Promise.all([readRecord(store, slug), readQueueEntry(store, slug)]);
  await showPageState(tabId, pageStateOf(record, queued, pageModified));
}

/** Shows what is now stored on every tab that shows an article, or on those that show `slug`, and the waiting saves. */
export async function refreshArticleTabs(store: Store, slug?: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: ARTICLE_PAGES });
  await Promise.all(tabs.map((tab) => refreshArticleTab(store, tab, slug)));
  await showWaiting(store);
}

async function refreshArticleTab(store: Store, { id, url }: Tabs.Tab, wanted: string | undefined): Promise<void> {
  const slug = url === undefined ? null : slugOfAddress(url);
  if (id === undefined || slug === null || (wanted !== undefined && slug !== wanted)) return;
  const page = await askForDescription(id);
  await refreshTab(store, id, slug, readDate(page?.dateModified));
}
