import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Session } from '../browser/session.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** Waits until some tab shows `address`. */
export async function expectTab(session: Session, address: string): Promise<void> {
  await expect.poll(() => session.inExtension(readAddresses), { timeout: 10_000 }).toContain(address);
}

async function readAddresses(): Promise<string[]> {
  return (await chrome.tabs.query({})).map(({ url = '' }) => url);
}

/** The text of what has the focus in a page. */
export function focusIn(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}
