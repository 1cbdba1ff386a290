import type { Browser, Page } from 'puppeteer-core';

/**
 * Two things of the WebDriver BiDi connection that Puppeteer keeps to itself: raw commands, and Firefox's own privileged
 * scope (`--remote-allow-system-access`), where the add-on manager and the network switch live.
 */

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

interface EvaluateResult {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

const connectionOf = (browser: Browser) => (browser as unknown as { connection: BidiConnection }).connection;

/** Goes to an address and waits for its load event. Puppeteer's own `goto` never resolves on extension pages. */
export async function navigateFirefox(page: Page, url: string): Promise<void> {
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  await connectionOf(page.browser()).send('browsingContext.navigate', { context, url, wait: 'complete' });
}

/** Runs an expression in the first browser window's own scope and gives its value when that is a plain one. */
export async function evaluateInWindow(browser: Browser, expression: string): Promise<unknown> {
  const connection = connectionOf(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: readonly { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (window === undefined) throw new Error('Firefox shows no window');
  const reply = await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  const { type, result, exceptionDetails } = reply.result as EvaluateResult;
  if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'Firefox refused');
  return result?.value;
}
