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

interface ExceptionThrown {
  readonly exceptionDetails: { readonly text: string; readonly exception?: { readonly description?: string } };
}

interface ConsoleCalled {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}

async function watchWorker(target: Target, report: (error: LoggedError) => void): Promise<void> {
  const session = await target.createCDPSession();
  const where = target.url();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }: ExceptionThrown) =>
    report({ where, text: exception?.description ?? text }),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }: ConsoleCalled) => {
    if (type !== 'error') return;
    report({ where, text: args.map(({ value, description }) => String(value ?? description)).join(' ') });
  });
  await session.send('Runtime.enable');
}

/** Reports errors of every page and worker of the browser, those that open later included. */
export function watchErrors(browser: Browser, report: (error: LoggedError) => void): void {
  const watch = async (target: Target) => {
    if (target.type() === 'page') {
      const page = await target.page();
      if (page !== null) watchPage(page, report);
    } else if (target.type() === 'service_worker') await watchWorker(target, report);
  };
  const watchQuietly = (target: Target) => {
    watch(target).catch(() => {
      // The target went away before it could be watched.
    });
  };
  for (const target of browser.targets()) watchQuietly(target);
  browser.on('targetcreated', watchQuietly);
}
