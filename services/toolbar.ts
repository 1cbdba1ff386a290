import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { slugOfAddress } from '../core/article/identity.ts';
import { type PageState, pageStateOf } from '../core/library/page-state.ts';
import { readQueue, readQueueEntry } from '../storage/queue.ts';
import { readRecord } from '../storage/read-articles.ts';
import type { Store } from '../storage/store.ts';

/**
 * The toolbar button, which tells the state of each tab by badge, icon and tooltip, never by colour alone. Tabs without
 * an article have the manifest's grey icon and the number of waiting saves, if any.
 */

const SIZES = [16, 32, 48] as const;
const ICON = Object.fromEntries(SIZES.map((size) => [size, `/icons/icon-${size}.png`]));
const GREY_ICON = Object.fromEntries(SIZES.map((size) => [size, `/icons/grey-${size}.png`]));

const BADGE: Record<PageState['kind'], string> = {
  unsaved: '',
  saving: '…',
  saved: '✓',
  newer: '↑',
  queued: '',
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

/** Shows `state` on the button of one tab; null means the tab shows no article. A tab that is gone is no error. */
export async function showPageState(tabId: number, state: PageState | null, waiting: number): Promise<void> {
  const queueText = waiting === 0 ? '' : String(waiting);
  const text = state === null ? queueText : BADGE[state.kind] || (state.kind === 'queued' ? queueText : '');
  const title = state === null ? i18n.t('toolbar.noArticle') : i18n.t(TOOLTIP[state.kind]);
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: state === null ? GREY_ICON : ICON }),
  ]);
}

/** Shows the number of waiting saves on every tab that says nothing of its own, in the badge's one colour. */
export async function showWaiting(waiting: number): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ color: '#a3301b' }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
    browser.action.setBadgeText({ text: waiting === 0 ? '' : String(waiting) }),
  ]);
}

/** How many saves wait for the network. */
export async function countWaiting(store: Store): Promise<number> {
  return (await readQueue(store)).filter(({ notBefore }) => notBefore !== null).length;
}

/** Reads what is stored about `slug` and shows it on one tab; `pageModified` is what the page says, where it says it. */
export async function refreshTab(
  store: Store,
  tabId: number,
  slug: string,
  pageModified: string | null = null,
): Promise<void> {
  const [record, queued, waiting] = await Promise.all([
    readRecord(store, slug),
    readQueueEntry(store, slug),
    countWaiting(store),
  ]);
  await showPageState(tabId, pageStateOf(record, queued, pageModified), waiting);
}

/** Shows what is now stored about `slug` on every tab that shows that article, and the number of waiting saves. */
export async function refreshArticleTabs(store: Store, slug: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: 'https://wpnews.pro/news/*' });
  const shown = tabs.filter((tab) => tab.url !== undefined && slugOfAddress(tab.url) === slug);
  await Promise.all(shown.map(({ id }) => (id === undefined ? undefined : refreshTab(store, id, slug))));
  await showWaiting(await countWaiting(store));
}
