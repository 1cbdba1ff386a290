import browser from 'webextension-polyfill';
import { type DescribeRequest, type PageDescription, readPageDescription } from '../core/protocol.ts';

/** What the page in a tab says of itself, or null where no content script answers. */
export async function askForDescription(tabId: number): Promise<PageDescription | null> {
  const request: DescribeRequest = { type: 'describe-page' };
  const answer: unknown = await browser.tabs.sendMessage(tabId, request).catch(() => null);
  return readPageDescription(answer);
}
