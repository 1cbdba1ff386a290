import type { Page } from 'puppeteer-core';

/** Where a page's content script runs, as Chromium tells it. */
interface Context {
  readonly uniqueId: string;
  readonly origin: string;
}

/**
 * What the content script of a Chromium page gets when it asks `storage.local` for a key: the value as JSON, or what
 * the browser says instead.
 */
export async function readInContentScript(page: Page, key: string): Promise<string> {
  const client = await page.createCDPSession();
  const found = new Promise<Context>((resolve) => {
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) resolve(context);
    });
  });
  await client.send('Runtime.enable');
  const { uniqueId } = await found;
  const asked = `chrome.storage.local.get(${JSON.stringify(key)}).then(JSON.stringify, String)`;
  const { result } = await client.send('Runtime.evaluate', {
    expression: asked,
    uniqueContextId: uniqueId,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  return String(result.value);
}
