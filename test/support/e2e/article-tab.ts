import type { Page } from 'puppeteer-core';
import type { PageRequest, SaveAnswer } from '../../../core/protocol.ts';
import { addressOf } from '../../site/article.ts';
import type { Session } from '../browser/session.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** A tab that shows an article of the site, and the extension's number for it. */
export interface ArticleTab {
  readonly page: Page;
  readonly id: number;
}

/** Opens an article, or the address given, in a new tab in front. */
export async function openArticleTab(session: Session, slug: string, address = addressOf(slug)): Promise<ArticleTab> {
  const page = await session.openPage(address);
  return { page, id: await session.inExtension(findTab, address) };
}

/** Makes the tab another article's by its address alone, as single-page sites do; nothing is loaded. */
export async function showInTab(session: Session, { page, id }: ArticleTab, slug: string): Promise<void> {
  const address = addressOf(slug);
  await page.evaluate((next) => history.replaceState(null, '', next), address);
  await session.inExtension(waitForAddress, id, address);
}

/** One request to the background, without asking again: undefined when it was stopped before it answered. */
export async function askBackground(session: Session, request: PageRequest): Promise<SaveAnswer | undefined> {
  return session.inExtension(sendMessage, request);
}

/** Makes the tab the article's and asks the background to save it. */
export async function saveInTab(session: Session, tab: ArticleTab, slug: string): Promise<SaveAnswer | undefined> {
  await showInTab(session, tab, slug);
  return askBackground(session, { type: 'save-tab', tabId: tab.id });
}

/** The badge's text on a tab. */
export function badgeOf(session: Session, { id }: ArticleTab): Promise<string> {
  return session.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), id);
}

async function findTab(address: string): Promise<number> {
  const found = (await chrome.tabs.query({})).find(({ url }) => url === address);
  if (found?.id === undefined) throw new Error(`No tab shows ${address}`);
  return found.id;
}

async function waitForAddress(tabId: number, address: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) if ((await chrome.tabs.get(tabId)).url === address) return;
  throw new Error(`The tab never showed ${address}`);
}

async function sendMessage(request: PageRequest): Promise<SaveAnswer | undefined> {
  return (await chrome.runtime.sendMessage(request).catch(() => undefined)) as SaveAnswer | undefined;
}
