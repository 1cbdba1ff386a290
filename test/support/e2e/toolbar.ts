import { evaluateInWindow } from '../browser/firefox-remote.ts';
import type { Session } from '../browser/session.ts';
import type { ArticleTab } from './article-tab.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** What the toolbar button says about a tab. */
export interface ToolbarButton {
  readonly badge: string;
  readonly tooltip: string;
}

/** The toolbar button as it stands for a tab. */
export function toolbarOf(session: Session, { id }: Pick<ArticleTab, 'id'>): Promise<ToolbarButton> {
  return session.inExtension(readButton, id);
}

async function readButton(tabId: number): Promise<ToolbarButton> {
  const [badge, tooltip] = await Promise.all([
    chrome.action.getBadgeText({ tabId }),
    chrome.action.getTitle({ tabId }),
  ]);
  return { badge, tooltip };
}

/**
 * Which icon the button has for a tab: `icon` (coloured) or `grey`. Only Firefox tells; Chromium has no way to ask: null.
 */
export async function iconOf({ name, browser }: Session, { id }: Pick<ArticleTab, 'id'>): Promise<string | null> {
  if (name !== 'firefox') return null;
  const icons: unknown = JSON.parse(String(await evaluateInWindow(browser, iconsOf(id))));
  return /([a-z]+)-\d+\.png/.exec(JSON.stringify(icons))?.[1] ?? null;
}

const iconsOf = (tabId: number) => `
  (({ browserActionFor, tabTracker }) => {
    const { action } = browserActionFor(WebExtensionPolicy.getByID('offprint@wpnews').extension);
    return JSON.stringify(action.getContextData(tabTracker.getTab(${tabId})).icon);
  })(ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs').Management.global)`;
