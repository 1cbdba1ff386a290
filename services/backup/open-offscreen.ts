import browser from 'webextension-polyfill';
import type { DocumentLine } from './offscreen-messages.ts';

/** The document's address in the extension's package. */
const DOCUMENT = '/backup.html';

/** Chromium's `offscreen` and a service worker's `clients`, which no types of ours know. */
interface Offscreen {
  createDocument(how: { url: string; reasons: readonly string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
interface Clients {
  matchAll(which: {
    readonly includeUncontrolled: true;
  }): Promise<readonly (DocumentLine & { readonly url: string })[]>;
}

/** Opens the extension's offscreen document anew, and answers where the service worker speaks to it. Rejects when it cannot. */
export async function openOffscreen(): Promise<DocumentLine> {
  const { offscreen } = browser as unknown as { readonly offscreen: Offscreen };
  const { clients } = globalThis as unknown as { readonly clients: Clients };
  await offscreen.closeDocument().catch(() => {}); // One that has not closed itself yet.
  await offscreen.createDocument({
    url: DOCUMENT,
    reasons: ['WORKERS', 'BLOBS'],
    justification: 'Writes the backup that is due: a worker deflates it, and the browser downloads it from a blob.',
  });
  const address = browser.runtime.getURL(DOCUMENT);
  const line = (await clients.matchAll({ includeUncontrolled: true })).find(({ url }) => url === address);
  if (line === undefined) throw new Error('the offscreen document is gone');
  return line;
}
