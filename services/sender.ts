import type { Runtime } from 'webextension-polyfill';
import { SITE_ORIGIN, slugOfAddress } from '../core/article/identity.ts';

/**
 * Who is speaking. A compromised page can send anything in our content script's name, but not forge what the browser
 * says of the sender, so nothing else is believed.
 */

/** Whether the sender is one of the extension's own pages. `origin` is the extension's, as `runtime.getURL('')` gives it. */
export function isOwnPage(sender: Runtime.MessageSender, id: string, origin: string): boolean {
  return sender.id === id && sender.url !== undefined && sender.url.startsWith(origin);
}

/** A content script in the top frame of a page of the site. */
export interface SiteTab {
  readonly tabId: number;
  /** The article the tab shows, by its address; null on any other page of the site. */
  readonly slug: string | null;
}

/** The tab a content script speaks for, or null when the sender is no top frame of the site. */
export function siteTabOf(sender: Runtime.MessageSender, id: string): SiteTab | null {
  const { tab, frameId, url } = sender;
  if (sender.id !== id || tab?.id === undefined || frameId !== 0 || url === undefined) return null;
  if (!URL.canParse(url) || new URL(url).origin !== SITE_ORIGIN) return null;
  return { tabId: tab.id, slug: slugOfAddress(tab.url ?? url) };
}
