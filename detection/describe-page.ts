import { slugOfAddress } from '../core/article/identity.ts';
import type { PageDescription } from '../core/protocol.ts';
import { statedHeadline, statedModification, structuredTexts } from './page-evidence.ts';

/** What the page at `address` says of itself; whoever asked bounds and parses it. */
export function describePage(page: Document, address: string): PageDescription {
  const slug = slugOfAddress(address);
  return {
    headline: statedHeadline(page),
    dateModified: slug === null ? null : statedModification(page, slug),
    structured: structuredTexts(page),
  };
}

/** Whether a message is the request for that description. */
export function asksForDescription(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'describe-page';
}
