import type { Browser, Page, Target } from 'puppeteer-core';

/** An uncaught error, or something written with `console.error`. */
export interface LoggedError {
  /** The address of the page or worker it happened in. */
  readonly where: string;
  readonly text: string;
}

function watchPage(page: Page, report: (error: LoggedError) => void): void {
  page.on('pageerror', (error) => report({ where: page.url(), text: String(error) }));
  page.on('console', (message) => {
    if (message.type() === 'error') report({ where: message.location().url ?? page.url(), text: message.text() });
  });
}

/** Reports errors of every page of the browser, those that open later included. */
export function watchErrors(browser: Browser, report: (error: LoggedError) => void): void {
  const watch = (target: Target) => {
    if (target.type() !== 'page') return;
    target.page().then(
      (page) => page !== null && watchPage(page, report),
      () => {
        // The page closed before it could be watched.
      },
    );
  };
  for (const target of browser.targets()) watch(target);
  browser.on('targetcreated', watch);
}
